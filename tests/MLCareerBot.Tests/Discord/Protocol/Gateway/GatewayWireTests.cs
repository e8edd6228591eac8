using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>What comes over the wire, in every form and deformity.</summary>
public sealed class GatewayWireTests
{
    private static readonly string[] Corpus =
    [
        """{"op":10,"d":{"heartbeat_interval":41250},"s":null,"t":null}""",
        """{"op":11,"d":null,"s":null,"t":null}""",
        """{"op":0,"s":3,"t":"MESSAGE_CREATE","d":{"id":"1","content":"hi","author":{"id":"2"}}}""",
        """{"op":0,"s":2,"t":"GUILD_CREATE","d":{"id":"1","unavailable":false,"channels":[{"id":"3"}]}}""",
        """{"op":0,"s":2,"t":"RESUMED","d":{"_trace":["a"]}}""",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(1000)]
    public async Task Compressed_Messages_May_Come_In_Pieces(int bytes)
    {
        await using var gateway = await RunningGateway.PrepareAsync();
        gateway.Gateway.FragmentBytes = bytes;
        gateway.Start();
        await gateway.NextAsync("READY");

        for (var i = 0; i < 20; i++)
        {
            await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject { ["name"] = new string('é', i * 100) });
            Assert.Equal(i * 100, (await gateway.NextAsync("GUILD_UPDATE")).Data.GetProperty("name").GetString()?.Length);
        }
    }

    [Fact]
    public async Task Plain_Text_Is_Read_As_Well()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.Gateway.SendBytesAsync(TextFrame("""{"op":0,"s":2,"t":"GUILD_UPDATE","d":{"id":"5"}}"""));

        Assert.Equal("5", (await gateway.NextAsync("GUILD_UPDATE")).Data.GetProperty("id").GetString());
        await gateway.CaughtUpAsync();
        Assert.Equal(2, (int?)gateway.Discord.Frames[^1].Data);
    }

    [Fact]
    public async Task Events_Nobody_Wants_Are_Passed_Over_And_Named_Once()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        for (var i = 0; i < 1000; i++)
        {
            await gateway.Gateway.DispatchAsync($"NEW_{i % 300}", new JsonObject());
        }

        await gateway.Gateway.SendTextAsync("""{"op":99,"d":{}}""");
        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject());
        await gateway.NextAsync("GUILD_UPDATE");

        Assert.Equal(100, gateway.Log.Lines.Count(line => line.Level == LogLevel.Debug));
        Assert.Single(gateway.Discord.Connections);
    }

    [Fact]
    public async Task A_Garbled_Message_Brings_A_Resume_And_Is_Not_Logged()
    {
        await using var gateway = await RunningGateway.ReadyAsync();

        await gateway.Gateway.SendTextAsync("""{"op":0,"d":"secret""");
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        Assert.Equal(1, gateway.Discord.Identifies);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Event_That_Stays_Unreadable_Is_Passed_Over_The_Second_Time()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        var deep = Enumerable.Range(0, 70).Aggregate(new JsonObject(), (inner, _) => new() { ["d"] = inner });

        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", deep);
        await gateway.UntilItPausesAsync();
        await gateway.Gateway.DispatchAsync("GUILD_UPDATE", new JsonObject { ["after"] = true });
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await gateway.NextAsync("GUILD_UPDATE")).Data.GetProperty("after").GetBoolean());
        await gateway.NextAsync("RESUMED");
        Assert.Equal(2, gateway.Discord.Connections.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Message_That_Is_Too_Long_Ends_The_Connection_And_Not_The_Session(bool compressesWell)
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        var noise = new byte[4 * 1024 * 1024];
        new Random(3).NextBytes(noise);

        await gateway.Gateway.SendTextAsync(compressesWell ? new string(' ', 100 * 1024 * 1024) : Convert.ToBase64String(noise));
        await gateway.PassThePauseAsync();
        await gateway.NextAsync("RESUMED");

        Assert.Equal(1, gateway.Discord.Identifies);
    }

    [Fact]
    public async Task A_Thousand_Hostile_Messages_Do_Not_End_It()
    {
        await using var gateway = await RunningGateway.ReadyAsync();
        var random = new Random(20261123);

        for (var i = 0; i < 1000; i++)
        {
            // So that an identify, should it come to that, need not wait.
            gateway.Clock.Advance(TimeSpan.FromSeconds(5));
            await SendHostileAsync(gateway, random);
            await UntilItHearsAsync(gateway, i);
        }

        Assert.False(gateway.Run.IsCompleted);
        Assert.True(gateway.Discord.Connections.Count > 300, "They were not hostile enough.");
    }

    private static async Task SendHostileAsync(RunningGateway gateway, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(Corpus[random.Next(Corpus.Length)]);
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        await (random.Next(10) switch
        {
            0 => gateway.Gateway.SendBinaryAsync(bytes),
            1 => SendNoFrameAsync(gateway, bytes),
            2 => gateway.Gateway.SendTextAsync(new string('[', random.Next(100_000))),
            3 => gateway.Gateway.SendBytesAsync(TextFrame(Encoding.Latin1.GetString(bytes)[..20])),
            _ => gateway.Gateway.SendTextAsync(Encoding.Latin1.GetString(bytes)),
        });
    }

    // It may begin a frame that would swallow all that follows.
    private static async Task SendNoFrameAsync(RunningGateway gateway, byte[] bytes)
    {
        await gateway.Gateway.SendBytesAsync(bytes);
        await gateway.Gateway.DropAsync();
    }

    // On the same connection, on the next one with its session, or, when the session is a new one, told again.
    private static async Task UntilItHearsAsync(RunningGateway gateway, int number)
    {
        GatewayDispatch heard;
        do
        {
            await gateway.Gateway.DispatchAsync("CHANNEL_UPDATE", new JsonObject { ["probe"] = number });
            heard = await WithoutPausesAsync(gateway, gateway.NextAsync("CHANNEL_UPDATE", "READY"));
        }
        while (heard.Type == "READY");

        Assert.Equal(number, heard.Data.GetProperty("probe").GetInt32());
    }

    private static async Task<T> WithoutPausesAsync<T>(RunningGateway gateway, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, gateway.Clock.UntilSomethingWaitsAsync(_ => gateway.IsPausing));
            if (gateway.IsPausing)
            {
                await gateway.PassThePauseAsync();
            }
        }

        return await task;
    }

    private static byte[] TextFrame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        Assert.InRange(payload.Length, 0, 125);
        return [0x81, (byte)payload.Length, .. payload];
    }
}
