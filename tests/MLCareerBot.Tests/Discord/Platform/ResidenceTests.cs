using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What becomes of a server's tips when it goes down, throws the bot out and takes it in again (fault rows 36 and 37).</summary>
public sealed class ResidenceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_Server_That_Is_Down_Keeps_Its_Tips()
    {
        await using var life = await DiscordLife.StartAsync();
        var other = life.Discord.AddChannel(life.Discord.AddGuild("Elsewhere"), "general");
        await SetAsync(life, life.General);
        await SetAsync(life, other);
        var before = await ReadAsync(life, life.General);

        // What is told is noted in turn, so the second says that the first is over.
        await life.Discord.OutageAsync(life.Server);
        await life.Discord.KickAsync(new(other.GuildId!, "Elsewhere"));
        await UntilAsync(life, other, SubscriptionState.Removed);

        Assert.Equal(before, await ReadAsync(life, life.General));
        await life.Discord.ReturnAsync(life.Server);
        Assert.Contains("Sent", await OrderAsync(life, life.General, "tips run-now"), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, (await ReadAsync(life, life.General)).State);
    }

    [Fact]
    public async Task Tips_Rest_Where_The_Bot_Was_Thrown_Out_And_Go_On_When_It_Is_Back()
    {
        await using var life = await DiscordLife.StartAsync();
        await SetAsync(life, life.General);

        await life.Discord.KickAsync(life.Server);
        await UntilAsync(life, life.General, SubscriptionState.Removed);
        await life.Discord.ReturnAsync(life.Server);
        await UntilAsync(life, life.General, SubscriptionState.Active);

        Assert.Contains("Sent", await OrderAsync(life, life.General, "tips run-now"), StringComparison.Ordinal);
        Assert.Single(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task A_Server_That_Threw_The_Bot_Out_Behind_Its_Back_Is_Missing_From_The_Next_Session()
    {
        await using var life = await DiscordLife.StartAsync();
        await SetAsync(life, life.General);

        await life.Discord.Gateway.DispatchAsync("READY", new JsonObject { ["guilds"] = new JsonArray() });

        await UntilAsync(life, life.General, SubscriptionState.Removed);
    }

    private static async Task SetAsync(DiscordLife life, FakeChannel channel) =>
        Assert.Contains("Daily tips are set up", await OrderAsync(life, channel, "tips set", ("time", "09:00"), ("zone", "Europe/Berlin")), StringComparison.Ordinal);

    private static async Task<string> OrderAsync(DiscordLife life, FakeChannel channel, string verb, params (string Name, object Value)[] options) =>
        (await life.AnswerAsync(Interaction.Command($"career-admin {verb}", options) with { MemberPermissions = 32 }, channel)).Message.Text();

    private static async Task<Subscription> ReadAsync(DiscordLife life, FakeChannel channel) => Assert.Single(
        await life.Bot.Services.GetRequiredService<ISubscriptions>().OfPlaceAsync(new("discord", channel.Id) { Workspace = channel.GuildId }, default));

    private static async Task UntilAsync(DiscordLife life, FakeChannel channel, SubscriptionState state)
    {
        using var limit = new CancellationTokenSource(Patience);
        while ((await ReadAsync(life, channel)).State != state)
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
