using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

/// <summary>What real connections do, which no script knows for sure.</summary>
public sealed class SocketTests
{
    private const string Sent = """{"id": "7", "channel_id": "5"}""";

    [Fact]
    public async Task A_Connection_Dropped_Before_Any_Answer_Is_Unclear()
    {
        using var server = new LoopbackServer((_, _) => Task.CompletedTask);
        using var bed = new RestBed(server.Api);

        var failure = await bed.FailureAsync<DiscordUnavailableException>(bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));

        Assert.True(failure.MayHaveArrived);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_Message_Dropped_After_It_Arrived_Is_Sent_Again_Under_Its_Nonce()
    {
        List<string> bodies = [];
        using var server = new LoopbackServer(async (number, connection) =>
        {
            bodies.Add((await LoopbackServer.ReadAsync(connection)).Split("\r\n\r\n")[1]);
            await (number == 0 ? Task.CompletedTask : LoopbackServer.AnswerAsync(connection, "200 OK", Sent));
        });
        using var bed = new RestBed(server.Api);

        var message = await bed.ResultAsync(bed.Api.CreateMessageAsync("5", RestBed.Body("n"), default));

        Assert.Equal("7", message.Id);
        Assert.Equal(2, bodies.Count);
        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task An_Answer_That_Breaks_Off_Is_Unclear()
    {
        using var server = new LoopbackServer(async (_, connection) =>
        {
            await LoopbackServer.ReadAsync(connection);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":"u8.ToArray());
        });
        using var bed = new RestBed(server.Api);

        var failure = await bed.FailureAsync<DiscordUnavailableException>(bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.True(failure.MayHaveArrived);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_Server_That_Hangs_Is_Left_After_Eight_Seconds()
    {
        var taken = new TaskCompletionSource<string>();
        var left = new TaskCompletionSource<int>();
        using var server = new LoopbackServer(async (_, connection) =>
        {
            taken.SetResult(await LoopbackServer.ReadAsync(connection));
            left.SetResult(await connection.ReadAsync(new byte[1]));
        });
        using var bed = new RestBed(server.Api);
        var sending = bed.Api.CreateMessageAsync("5", RestBed.Body(), default);
        await taken.Task;

        bed.Clock.Advance(RestBed.AttemptTime - TimeSpan.FromTicks(1));
        Assert.False(sending.IsCompleted);
        bed.Clock.Advance(TimeSpan.FromTicks(1));

        var failure = await Assert.ThrowsAsync<DiscordUnavailableException>(() => sending);
        Assert.Equal("POST channels/{id}/messages: no answer in 8 s.", failure.Message);
        Assert.Equal(0, await left.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(1024 * 1024, false)]
    [InlineData((1024 * 1024) + 1, true)]
    public async Task Reads_A_Mebibyte_And_No_More(int length, bool isTooLong)
    {
        var body = $"[{new string(' ', length - 2)}]";
        using var server = new LoopbackServer(async (_, connection) =>
        {
            await LoopbackServer.ReadAsync(connection);
            await LoopbackServer.AnswerAsync(connection, "200 OK", body);
        });
        using var bed = new RestBed(server.Api);

        var failure = await Record.ExceptionAsync(() => bed.Api.GetMessagesAsync("5", 20, "0", default));

        Assert.Equal(isTooLong ? "GET channels/{id}/messages: Discord answered with more than 1 MiB." : null, failure?.Message);
    }

    [Fact]
    public async Task Nobody_There_Is_Surely_Not_Sent()
    {
        var server = new LoopbackServer((_, _) => Task.CompletedTask);
        var api = server.Api;
        server.Dispose();
        using var bed = new RestBed(api);
        var start = bed.Clock.GetUtcNow();

        var failure = await bed.FailureAsync<DiscordUnavailableException>(bed.Api.FollowUpAsync(RestBed.Interaction, RestBed.Body(), default));

        Assert.False(failure.MayHaveArrived);
        Assert.True(bed.Clock.GetUtcNow() > start);
    }

    [Fact]
    public async Task Follows_No_Other_Address()
    {
        using var elsewhere = new LoopbackServer((_, _) => Task.CompletedTask);
        using var server = new LoopbackServer(async (_, connection) =>
        {
            await LoopbackServer.ReadAsync(connection);
            await LoopbackServer.AnswerAsync(connection, "302 Found", "", $"Location: {elsewhere.Api}\r\n");
        });
        using var bed = new RestBed(server.Api);

        await Assert.ThrowsAsync<DiscordUnavailableException>(() => bed.Api.GetSelfAsync(default));

        Assert.Equal(0, elsewhere.Connections);
    }

    [Fact]
    public async Task A_Certificate_That_Nobody_Vouches_For_Ends_It_Before_The_Token_Is_Sent()
    {
        using var certificate = NewCertificate();
        var heard = new List<int>();
        using var server = new LoopbackServer(async (_, connection) =>
        {
            await using var secure = new SslStream(connection);
            try
            {
                await secure.AuthenticateAsServerAsync(certificate);
                heard.Add(await secure.ReadAsync(new byte[1]));
            }
            catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The client has left.
            }
        });
        using var bed = new RestBed(new UriBuilder(server.Api) { Scheme = "https" }.Uri);

        var failure = await bed.FailureAsync<DiscordUnavailableException>(bed.Api.CreateMessageAsync("5", RestBed.Body(), default));

        Assert.False(failure.MayHaveArrived);
        Assert.Contains("certificate", failure.Message, StringComparison.Ordinal);
        Assert.Equal(3, server.Connections);
        Assert.DoesNotContain(1, heard);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
