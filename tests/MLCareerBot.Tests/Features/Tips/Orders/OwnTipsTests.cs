using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using Moq;

namespace MLCareerBot.Tests.Features.Tips.Orders;

/// <summary>Somebody orders daily tips for themselves. It is Monday, 23 November 2026, 09:00 UTC.</summary>
public sealed class OwnTipsTests : IDisposable
{
    private readonly Mock<IChatPlatform> _platform = new();
    private readonly TestBot _bot;

    public OwnTipsTests()
    {
        _platform.Setup(platform => platform.Name).Returns("test");
        _platform.Setup(platform => platform.SendAsync(It.IsAny<OutboundMessage>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SendResult(SendOutcome.Sent, "1"));
        _bot = new(services => services.AddSingleton(_platform.Object));
    }

    [Theory]
    [InlineData("tips on 08:30 Europe/Berlin mon-fri")]
    [InlineData("tips on mon-fri Berlin 8:30am")]
    [InlineData("tips on time:08:30 zone:europe/berlin")]
    [InlineData("/career tips on zone:Berlin time:08:30")]
    public async Task Are_Ordered_However_It_Is_Typed(string text)
    {
        var reply = await _bot.SayAsync(text);

        Assert.Equal("Daily tips are on", reply.Title);
        Assert.True(reply.IsPrivate);
        Assert.Contains(new ReplyBlock.Moment("Next tip", "Tue 24 Nov 2026, 08:30 (Europe/Berlin)", new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero)), reply.Blocks);
        Assert.Equal("tips-subscribe", reply.Outcome?.Topic);
    }

    [Fact]
    public async Task Are_Ordered_With_Fields_As_Discord_Sends_Them()
    {
        var reply = await _bot.CommandAsync("tips on", ("time", "08:30"), ("zone", "EST"), ("days", "daily"));

        Assert.Equal("Not quite", reply.Title);
        Assert.Equal("tips on 08:30 America/New_York daily", reply.FollowUps[0].Says, ignoreCase: true);
        Assert.Equal("Daily tips are on", (await _bot.CommandAsync(reply.FollowUps[0].Says)).Title);
    }

    [Theory]
    [InlineData("tips on EST")]
    [InlineData("tips on 08:30 UTC+1")]
    [InlineData("tips on zone:Europe/Berln")]
    public async Task A_Zone_That_Is_None_Is_Refused_With_Those_Meant(string text)
    {
        var reply = await _bot.SayAsync(text);

        Assert.Equal("Not quite", reply.Title);
        Assert.NotEmpty(reply.FollowUps);
        Assert.DoesNotContain("Berln", reply.AllText(), StringComparison.Ordinal);
        Assert.Equal("You have no daily tips", (await _bot.SayAsync("tips status")).Title);
    }

    [Fact]
    public async Task Take_The_Zone_From_The_Profile_And_Ask_Where_There_Is_None()
    {
        Assert.Equal("Which time zone?", (await _bot.SayAsync("tips on 08:30")).Title);

        _platform.Setup(platform => platform.FindZoneAsync("ana", It.IsAny<CancellationToken>())).ReturnsAsync("Asia/Kolkata");

        Assert.Contains("08:30 (Asia/Kolkata)", (await _bot.SayAsync("tips on 08:30")).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_Changed_Paused_Shown_And_Stopped()
    {
        await _bot.SayAsync("tips on 08:30 Europe/Berlin");

        Assert.Contains("Tue 24 Nov 2026, 07:00 (Europe/Berlin)", (await _bot.SayAsync("tips on 07:00")).AllText(), StringComparison.Ordinal);
        Assert.Contains("Mon 7 Dec 2026, 07:00", (await _bot.SayAsync("tips pause 2 weeks")).AllText(), StringComparison.Ordinal);
        Assert.Contains("Paused until Mon 7 Dec 2026", (await _bot.SayAsync("tips status")).AllText(), StringComparison.Ordinal);
        Assert.Equal("Until when?", (await _bot.SayAsync("tips pause 2020-01-01")).Title);
        Assert.Equal("Daily tips are off", (await _bot.SayAsync("unsubscribe me")).Title);
        Assert.Equal("You have no daily tips", (await _bot.SayAsync("tips off")).Title);
    }

    [Fact]
    public async Task Are_Not_Set_Up_Where_Direct_Messages_Are_Closed()
    {
        _platform.Setup(platform => platform.SendAsync(It.IsAny<OutboundMessage>(), It.IsAny<CancellationToken>())).ReturnsAsync(new SendResult(SendOutcome.DirectMessagesClosed));

        var reply = await _bot.SayAsync("tips on Berlin", new("test", "general") { Workspace = "bootcamp" }, new("ana"));

        Assert.Equal("I cannot write to you", reply.Title);
        Assert.Equal("You have no daily tips", (await _bot.SayAsync("tips status")).Title);
    }

    [Theory]
    [InlineData("tips on 25:99")]
    [InlineData("tips on 9 EST")]
    [InlineData("tips on 08:30 banana")]
    public async Task What_Is_Not_Understood_Is_Said_And_Changes_Nothing(string text)
    {
        await _bot.ConverseAsync("tips on 08:30 Europe/Berlin", "tips pause 2 weeks");
        var before = (await _bot.SayAsync("tips status")).AllText();

        Assert.Equal("How to use tips on", (await _bot.SayAsync(text)).Title);

        Assert.Equal(before, (await _bot.SayAsync("tips status")).AllText());
    }

    [Fact]
    public async Task A_Question_About_Tips_Stays_A_Question() =>
        Assert.NotNull((await _bot.SayAsync("tips on how to learn python")).Outcome?.Suggestions);

    [Fact]
    public async Task Without_A_Store_The_Asker_Is_Told_And_Questions_Are_Answered()
    {
        var store = new Mock<ISubscriptions>();
        store.Setup(subscriptions => subscriptions.OfPlaceAsync(It.IsAny<ChatAddress>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreUnavailableException("PostgreSQL does not answer."));
        using var bot = new TestBot(services => services.AddSingleton(store.Object));

        Assert.Equal("I cannot remember anything just now", (await bot.SayAsync("tips status")).Title);
        Assert.Equal("I cannot remember anything just now", (await bot.SayAsync("tips off")).Title);
        Assert.Equal(OutcomeKind.Answer, (await bot.SayAsync("how much do they earn")).Outcome?.Kind);
        Assert.Single(bot.Log.Lines, line => line.Text.Contains("PostgreSQL does not answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Only_The_Operator_Can_Mend_Is_Said_So_And_To_The_Operator_Why()
    {
        var store = new Mock<ISubscriptions>();
        store.Setup(subscriptions => subscriptions.OfPlaceAsync(It.IsAny<ChatAddress>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreUnusableException("memory.db is damaged."));
        using var bot = new TestBot(services => services.AddSingleton(store.Object));

        var here = (await bot.SayAsync("tips status")).AllText();
        var atTerminal = (await bot.SayAsync("tips status", new("console", "terminal"), new("operator", IsAdmin: true))).AllText();

        Assert.DoesNotContain("in a few minutes", here, StringComparison.Ordinal);
        Assert.DoesNotContain("memory.db", here, StringComparison.Ordinal);
        Assert.Contains("memory.db is damaged.", atTerminal, StringComparison.Ordinal);
    }

    public void Dispose() => _bot.Dispose();
}
