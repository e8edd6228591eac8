using MLCareerBot.Tests.Storage;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What is kept from its arrival to its answer (fault rows 34 and 46, and the store away).</summary>
public sealed class InboxTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_Message_That_Comes_A_Hundred_Times_Is_Answered_Once()
    {
        await using var life = await DiscordLife.StartAsync();
        var message = await life.Discord.SayAsync(life.General, life.Ana, $"<@{life.Discord.BotUserId}> salary");
        for (var copy = 1; copy < 100; copy++)
        {
            await life.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", message);
        }

        await life.CommandAsync("career sources");
        await life.Discord.UntilAsync(() => life.Discord.VisibleMessages(life.General).Count >= 2);
        await life.StopAsync();
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task What_A_Program_Had_Not_Answered_When_It_Ended_Is_Answered_Once_By_The_Next()
    {
        using var store = new TestStore();
        await using var life = await DiscordLife.PrepareAsync(store);
        var slow = new SlowHandler();
        life.StartBot(slow.Add);
        await life.UntilReadyAsync();
        await life.Discord.SayAsync(life.General, life.Ana, $"<@{life.Discord.BotUserId}> {SlowHandler.Verb}");
        await life.CommandAsync("career salary");
        await life.EndBotAsync();
        Assert.Single(life.Discord.VisibleMessages(life.General));

        life.Clock.Advance(Lease);
        life.StartBot();
        await life.PassTimeUntilReadyAsync();
        await life.Discord.UntilAsync(() => life.Discord.VisibleMessages(life.General).Count >= 2);
        await life.EndBotAsync();

        life.Clock.Advance(Lease);
        life.StartBot();
        await life.PassTimeUntilReadyAsync();
        await life.StopAsync();
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task While_The_Store_Is_Away_Everybody_Is_Answered_All_The_Same()
    {
        using var store = new AwayStore();
        await using var life = await DiscordLife.StartAsync(store.Add);
        store.IsAway = true;

        await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> salary");
        var command = await life.CommandAsync("career progress show");
        await life.StopAsync();

        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
        Assert.Contains("I cannot remember anything just now", command.Message.Text(), StringComparison.Ordinal);
        Assert.Single(life.Bot.Log.Lines, line => line.Text.Contains("without being kept", StringComparison.Ordinal));
    }
}
