using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage;
using Moq;

namespace MLCareerBot.Tests.Features.Admin;

public sealed class StatusTests
{
    private static readonly ChatAddress Terminal = new("console", "terminal");
    private static readonly ChatUser Ada = new("ada", IsAdmin: true);

    [Fact]
    public async Task Names_Each_Platform_The_Tips_The_Pack_And_How_Long_It_Has_Been_Up()
    {
        var platform = new Mock<IChatPlatform>();
        platform.Setup(mock => mock.Name).Returns("discord");
        platform.Setup(mock => mock.Status).Returns(new PlatformStatus(PlatformState.Reconnecting, "It waits 4 s."));
        using var bot = new TestBot(services => services.AddSingleton(platform.Object));
        await RealKnowledge.Base.Current.UntilTrainedAsync();

        var lines = await LinesAsync(bot, Terminal);

        Assert.Equal("discord: reconnecting. It waits 4 s.", lines[0]);
        Assert.Equal("Daily tips: 0 active, 0 at rest.", lines[1]);
        Assert.Contains($"{RealKnowledge.Pack.Name}: {RealKnowledge.Pack.Topics.Count} topics", lines[2], StringComparison.Ordinal);
        Assert.Equal("Training is done.", lines[3]);
        Assert.StartsWith("Up for ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_See_Their_Own_Channels_And_The_Operator_All_There_Are()
    {
        using var bot = new TestBot();
        var subscriptions = bot.Services.GetRequiredService<ISubscriptions>();
        await subscriptions.SaveAsync(TestSubscription.Of(1), default);
        await subscriptions.SaveAsync(TestSubscription.Of(2) with { State = SubscriptionState.NoAccess }, default);
        await subscriptions.SaveAsync(TestSubscription.Of(3, "another"), default);
        await subscriptions.SaveAsync(TestSubscription.OfPerson("ben"), default);

        Assert.Contains("Daily tips: 1 active, 1 at rest.", await LinesAsync(bot, new("discord", "channel-1") { Workspace = "bootcamp" }));
        Assert.Contains("Daily tips: 3 active, 1 at rest.", await LinesAsync(bot, Terminal));
    }

    [Fact]
    public async Task Why_Tips_Wait_Is_Said()
    {
        using var store = new AwayStore();
        using var bot = new TestBot(store.Add);
        await bot.SayAsync("tips on 08:30 Europe/Berlin");
        store.IsAway = true;

        Assert.Contains("Daily tips wait: The database is away.", await LinesAsync(bot, Terminal));
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(TestBot bot, ChatAddress place)
    {
        var reply = await bot.Router.RespondAsync(new(place, Ada, "status") { IsAdminCommand = true }, default);
        return Assert.IsType<ReplyBlock.BulletList>(Assert.Single(reply.Blocks)).Items;
    }
}
