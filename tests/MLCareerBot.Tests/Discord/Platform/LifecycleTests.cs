using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>From the start to the end of the bot's life on Discord (fault rows 28, 32, 34 and 35 among others).</summary>
public sealed class LifecycleTests
{
    private static readonly string[] Roots = ["Answer with MLCareerBot", "career", "career-admin"];

    [Fact]
    public async Task Commands_Are_Set_Once_And_A_Second_Start_Writes_Nothing()
    {
        await using var life = await DiscordLife.StartAsync();
        Assert.Equal(Roots, Names(life.Discord.Commands()));
        Assert.Single(Writes(life));
        await life.StopAsync();

        life.StartBot();
        await life.UntilReadyAsync();

        Assert.Single(Writes(life));
        Assert.Contains("commands up to date", life.Platform.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_For_Development_Go_To_One_Server_And_Leave_The_Others()
    {
        await using var life = await DiscordLife.StartAsync();
        await life.StopAsync();

        life.StartBot(settings: ("Discord:CommandScopeGuildId", life.Server.Id));
        await life.UntilReadyAsync();
        Assert.Equal(Roots, Names(life.Discord.Commands(life.Server)));
        Assert.Empty(life.Discord.Commands());
        await life.StopAsync();

        life.StartBot();
        await life.UntilReadyAsync();
        Assert.Equal(Roots, Names(life.Discord.Commands()));
        Assert.Empty(life.Discord.Commands(life.Server));
    }

    [Fact]
    public async Task Commands_That_Discord_Refuses_Do_Not_Stop_The_Answers()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Faults.Always("PUT applications/*/commands", Fault.Refusal(400, 30034));

        life.StartBot();
        await life.UntilReadyAsync();

        Assert.Contains("could not be registered", life.Platform.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("$", (await life.CommandAsync("career salary")).Message.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task What_Only_An_Operator_Can_Mend_Ends_It_With_One_Sentence_And_One_Identify(int closeCode)
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Gateway.RefuseIdentify(closeCode);

        life.StartBot();
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Equal(1, life.Discord.Identifies);
        Assert.Equal(new(PlatformState.Stopped, end.Message), life.Platform.Status);
        Assert.DoesNotContain(life.Discord.Token, end.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Token_That_Is_Rejected_At_The_Start_Costs_One_Request_And_No_Identify()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Faults.Always("*", Fault.Unauthorized);

        life.StartBot();
        await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Single(life.Discord.Requests);
        Assert.Equal(0, life.Discord.Identifies);
    }

    [Fact]
    public async Task A_Token_That_Is_Rejected_In_Mid_Run_Ends_It_With_One_Sentence()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Always("POST channels/*/messages", Fault.Unauthorized);

        await life.Discord.SayAsync(life.General, life.Ana, $"<@{life.Discord.BotUserId}> salary");
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Equal(new(PlatformState.Stopped, end.Message), life.Platform.Status);
        Assert.Single(life.Bot.Log.Lines, line => line.Level == LogLevel.Error);
        Assert.Equal(1000, life.Discord.Connections[0].ClientCloseCode);
    }

    [Fact]
    public async Task What_Ends_It_Ends_What_It_Still_Waits_For()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Faults.Always("GET applications/*/commands", Fault.RateLimited(TimeSpan.FromMinutes(10)));
        life.StartBot();
        await life.Clock.UntilSomethingWaitsAsync(wait => wait >= TimeSpan.FromMinutes(10));

        await life.Discord.Gateway.CloseAsync(4014);

        await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => AdvancedToItsEndAsync(life).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_First_Question_That_Is_Refused_Is_Asked_Again()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Faults.Next("GET users/@me", Fault.Refusal(404, 0));
        life.Discord.Faults.Next("GET applications/@me", Fault.Refusal(403, 40001));

        life.StartBot();
        await life.PassTimeUntilReadyAsync();

        Assert.Equal(PlatformState.Ready, life.Platform.Status.State);
    }

    [Fact]
    public async Task Where_One_Shard_Is_Not_Connected_It_Is_Not_Ready()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Gateway.Shards = 2;

        life.StartBot();
        await life.Bot.Log.UntilAsync("Discord ready:");

        Assert.Equal(1, life.Discord.Identifies);
        Assert.NotEqual(PlatformState.Ready, life.Platform.Status.State);
    }

    [Fact]
    public async Task A_Discord_That_Is_Down_Is_Waited_For()
    {
        await using var life = await DiscordLife.PrepareAsync();
        life.Discord.Faults.Always("*", Fault.ServerError(502));
        life.StartBot();
        await life.Discord.UntilAsync(() => life.Discord.Requests.Count > 0);
        for (var second = 0; second < 60; second++)
        {
            await life.Clock.UntilSomethingWaitsAsync(_ => true);
            life.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(life.Discord.Requests.Count, 1, 19);
        Assert.Equal(PlatformState.Starting, life.Platform.Status.State);
        Assert.StartsWith("Discord cannot be reached", life.Platform.Status.Detail, StringComparison.Ordinal);
        life.Discord.Faults.Clear();
        await life.PassTimeUntilReadyAsync();

        Assert.Equal(PlatformState.Ready, life.Platform.Status.State);
    }

    [Fact]
    public async Task A_Hundred_Copies_Of_A_Message_Get_One_Answer()
    {
        await using var life = await DiscordLife.StartAsync();
        await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> salary");

        await life.Discord.Gateway.ReplayAsync(100);
        await life.CommandAsync("career sources");

        Assert.Single(life.Discord.Requests, request => request.Method == "POST" && request.Path.EndsWith("/messages", StringComparison.Ordinal));
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task A_Hundred_Copies_Of_A_Command_Get_One_Answer()
    {
        await using var life = await DiscordLife.StartAsync();
        await life.CommandAsync("career salary");

        await life.Discord.Gateway.ReplayAsync(100);
        await life.CommandAsync("career sources");

        Assert.Equal(2, life.Discord.Requests.Count(request => request.Path.Contains("/callback", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Events_Of_Unknown_Kinds_And_Shapes_Are_Passed_Over()
    {
        await using var life = await DiscordLife.StartAsync();
        string[] shapes = ["{}", "[]", "1", "\"x\"", """{"id":null,"author":null}""", """{"id":{},"type":"x"}""", """{"id":"5","data":[1]}"""];

        foreach (var type in new[] { "INTERACTION_CREATE", "MESSAGE_CREATE", "GUILD_CREATE", "GUILD_DELETE", "CHANNEL_UPDATE", "READY", "SOMETHING_NEW" })
        {
            foreach (var shape in shapes)
            {
                await life.Discord.Gateway.DispatchAsync(type, JsonNode.Parse(shape)!);
            }
        }

        Assert.Equal(CallbackType.Message, (await life.CommandAsync("career salary")).Callback);
        Assert.Equal(1, life.Discord.Identifies);
    }

    [Fact]
    public async Task After_A_Resume_It_Goes_On_Answering()
    {
        await using var life = await DiscordLife.StartAsync();

        await life.Discord.Gateway.ReconnectAsync();
        await life.Discord.UntilAsync(() => life.Discord.Connections.Any(connection => connection.IsResumed));

        Assert.Equal(CallbackType.Message, (await life.CommandAsync("career salary")).Callback);
        Assert.Equal(1, life.Discord.Identifies);
    }

    [Fact]
    public async Task Told_To_Stop_It_Finishes_The_Answer_Under_Way_And_Says_Goodbye()
    {
        var slow = new SlowHandler();
        await using var life = await DiscordLife.StartAsync(slow.Add);
        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Command($"career {SlowHandler.Verb}"));
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(1));

        var stopping = life.StopAsync();
        slow.Finish();
        await stopping;

        Assert.Contains("That took a while.", life.Discord.AnswerTo(asked)?.Message.Text(), StringComparison.Ordinal);
        Assert.Equal(1000, life.Discord.Connections[0].ClientCloseCode);
        Assert.Equal(PlatformState.Stopped, life.Platform.Status.State);

        var late = new OutboundMessage(new("discord", life.General.Id), new("Tip"), "k1");
        Assert.Equal(SendOutcome.PlatformStopped, (await life.Platform.SendAsync(late, default)).Outcome);
    }

    // As long as a program that stops may take.
    private static async Task AdvancedToItsEndAsync(DiscordLife life)
    {
        for (var second = 0; second < 10 && !life.Running.IsCompleted; second++)
        {
            await Task.Delay(20);
            life.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await life.Running;
    }

    private static IEnumerable<string> Names(IEnumerable<JsonObject> commands) => commands.Select(command => (string)command["name"]!).Order(StringComparer.Ordinal);

    private static IEnumerable<RecordedRequest> Writes(DiscordLife life) => life.Discord.Requests.Where(request => request.Method == "PUT");
}
