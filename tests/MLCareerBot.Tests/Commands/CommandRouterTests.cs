using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using Moq;

namespace MLCareerBot.Tests.Commands;

public sealed class CommandRouterTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("salary for ml engineers?")]
    [InlineData("skills needed for mle")]
    [InlineData("compare ml engineer and data scientist")]
    [InlineData("help me find a job")]
    public async Task A_Question_May_Begin_With_A_Verb(string text)
    {
        var asked = await _bot.SayAsync($"ask {text}");

        var reply = await _bot.SayAsync(text);

        Assert.Equal(asked.Title, reply.Title);
        Assert.Equal(asked.Outcome!.Topic, reply.Outcome?.Topic);
    }

    [Theory]
    [InlineData("slary", "salary")]
    [InlineData("skils", "skills")]
    [InlineData("halp me", "help")]
    [InlineData("roadmpa 2", "roadmap")]
    public async Task A_Mistyped_Command_Gets_The_Nearest_Verb(string text, string verb)
    {
        var reply = await _bot.CommandAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.Null(reply.Outcome);
        Assert.Equal(verb, reply.FollowUps[0].Label);
    }

    [Fact]
    public async Task A_Command_Like_No_Other_Gets_Help()
    {
        var reply = await _bot.SayAsync("/xyzzy plugh");

        Assert.True(reply.IsPrivate);
        Assert.Equal(["help"], reply.FollowUps.Select(next => next.Says));
    }

    [Theory]
    [InlineData("salary plugh")]
    [InlineData("salary view:plugh")]
    [InlineData("outlook plugh")]
    [InlineData("roadmap plugh")]
    [InlineData("roadmap 99")]
    [InlineData("compare plugh")]
    [InlineData("tip plugh")]
    [InlineData("sources plugh")]
    [InlineData("help plugh")]
    [InlineData("plugh plugh")]
    public async Task A_Mistake_Is_Answered_In_Private_And_Without_Its_Words(string text)
    {
        var reply = await _bot.CommandAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.Null(reply.Outcome);
        Assert.DoesNotContain("plugh", reply.AllText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("99", reply.AllText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("salary plugh", "salary annual")]
    [InlineData("ask", "ask ")]
    [InlineData("skills name:", "skills ")]
    public async Task A_Usage_Is_One_Sentence_With_An_Example(string text, string example)
    {
        var reply = await _bot.CommandAsync(text);

        var usage = Assert.IsType<ReplyBlock.Paragraph>(Assert.Single(reply.Blocks)).Text;
        Assert.Contains($"`{example}", usage, StringComparison.Ordinal);
        Assert.Equal(usage.Length - 1, usage.IndexOf('.', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Handler_That_Throws_Gets_An_Apology_And_A_Log_Line_Without_The_Words()
    {
        using var bot = BotWith("ask", handler => handler.ThrowsAsync(new InvalidOperationException("boom")));

        var reply = await bot.SayAsync("my secret salary is plugh");

        Assert.True(reply.IsPrivate);
        Assert.Null(reply.Outcome);
        var (level, line) = Assert.Single(bot.Log.Lines);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains("ask", line, StringComparison.Ordinal);
        Assert.Contains("test", line, StringComparison.Ordinal);
        Assert.DoesNotContain("plugh", line + reply.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Handlers_Own_Timeout_Is_A_Failure_Like_Any_Other()
    {
        using var bot = BotWith("tip", handler => handler.ThrowsAsync(new TaskCanceledException()));

        var reply = await bot.SayAsync("tip");

        Assert.True(reply.IsPrivate);
        Assert.Single(bot.Log.Lines);
    }

    [Fact]
    public async Task A_Feature_That_Fails_Behind_Plain_Words_Is_No_Answer()
    {
        using var bot = BotWith("tip", handler => handler.ThrowsAsync(new InvalidOperationException("boom")));

        var reply = await bot.SayAsync("give me a tip");

        Assert.Null(reply.Outcome);
        Assert.Contains("tip", Assert.Single(bot.Log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_Travels()
    {
        using var stop = new CancellationTokenSource();
        using var bot = BotWith("tip", handler => handler.Returns(async (CommandCall _, CancellationToken token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return new ChatReply("never");
        }));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            bot.SayAsync("tip", new("test", "general"), new("ana"), stop.Token));
        Assert.Empty(bot.Log.Lines);
    }

    [Theory]
    [InlineData("\0\u0001\ud800")]
    [InlineData("<@U123> <!channel> ```` @everyone")]
    [InlineData("///////")]
    [InlineData(":::: view: : :")]
    [InlineData("'; DROP TABLE tips; --")]
    public async Task Hostile_Words_Are_Answered_Like_Others(string text)
    {
        var plain = await _bot.SayAsync(text);
        var command = await _bot.CommandAsync(text);

        Assert.All([plain, command], reply => Assert.DoesNotContain("everyone", reply.AllText(), StringComparison.Ordinal));
        Assert.Empty(_bot.Log.Lines);
    }

    public void Dispose() => _bot.Dispose();

    private static TestBot BotWith(
        string verb, Action<Moq.Language.Flow.ISetup<ICommandHandler, Task<ChatReply>>> behave)
    {
        var handler = new Mock<ICommandHandler>();
        behave(handler.Setup(mock => mock.HandleAsync(It.IsAny<CommandCall>(), It.IsAny<CancellationToken>())));
        return new(services => services.AddKeyedSingleton(verb, handler.Object));
    }
}
