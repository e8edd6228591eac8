using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Admin;

/// <summary>Every verb of admins, said in every way by everybody.</summary>
public sealed class AdminAccessTests : IDisposable
{
    private static readonly ChatAddress Here = new("test", "general");
    private static readonly ChatUser Anonymous = new("");
    private static readonly ChatUser Member = new("ana-4711");
    private static readonly ChatUser Admin = new("ada", IsAdmin: true);

    private readonly TinyPack _pack = new();
    private readonly TestBot _bot;

    public AdminAccessTests() => _bot = new(
        services => services.AddSingleton(new KnowledgeFolder(_pack.Folder)), new KnowledgeBase(_pack.Read().Pack!));

    [Fact]
    public async Task Only_Admins_Are_Answered_Whatever_The_Way()
    {
        foreach (var (command, way, say) in Ways())
        {
            foreach (var stranger in new[] { Anonymous, Member })
            {
                Assert.Same(CommandReplies.ForAdminsOnly, await say(stranger));
            }

            var reply = await say(Admin);
            Assert.True(reply.IsPrivate, way);
            Assert.True(reply.Outcome?.Kind is OutcomeKind.Answer, $"{way} {command}: {reply.Title}");
        }
    }

    [Theory]
    [InlineData("career-admin")]
    [InlineData("career-admin nonsense")]
    [InlineData("/career-admin status nonsense")]
    [InlineData("career-admin explain")]
    [InlineData("CAREER-ADMIN help")]
    public async Task A_Stranger_Does_Not_Even_Learn_What_There_Is(string text)
    {
        var reply = await _bot.SayAsync(text, Here, Member);

        Assert.Same(CommandReplies.ForAdminsOnly, reply);
        Assert.True(reply.IsPrivate);
        Assert.Empty(reply.FollowUps);
    }

    [Fact]
    public async Task A_Refusal_Is_Logged_Without_Who_And_What()
    {
        await _bot.SayAsync("career-admin explain plugh", Here, Member);

        var (level, line) = Assert.Single(_bot.Log.Lines);
        Assert.Equal(LogLevel.Information, level);
        Assert.Contains("test", line, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", line, StringComparison.Ordinal);
        Assert.DoesNotContain("plugh", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_Words_Behind_Which_A_Pack_Puts_One_Are_No_Way_Around()
    {
        var intents = RealKnowledge.Pack.Intents.Select(intent => intent.Command == "tip" ? intent with { Command = "career-admin status" } : intent);
        using var bot = new TestBot(knowledge: new KnowledgeBase(RealKnowledge.Pack with { Intents = [.. intents] }));

        Assert.Equal(CommandReplies.ForAdminsOnly, await bot.SayAsync("give me a tip", Here, Member));
        Assert.Equal("Status", (await bot.SayAsync("give me a tip", Here, Admin)).Title);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("/career status")]
    [InlineData("statsu")]
    [InlineData("help status")]
    public async Task The_Root_Of_Everybody_Knows_None_Of_Them(string text)
    {
        var reply = await _bot.CommandAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.DoesNotContain("admin", reply.AllText(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("status", reply.AllText(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("statsu", "career-admin status")]
    [InlineData("docter now", "career-admin doctor")]
    [InlineData("explian why", "career-admin help explain")]
    [InlineData("plugh", "career-admin help")]
    public async Task A_Mistyped_One_Gets_The_Nearest_Of_Its_Root(string text, string says) =>
        Assert.Equal(says, (await _bot.AdminAsync(text)).FollowUps[0].Says);

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    public async Task The_Root_Alone_Lists_Them(string text)
    {
        var reply = await _bot.AdminAsync(text);

        Assert.All(_bot.Table.AdminCommands, command => Assert.Contains($"`career-admin {command.Name.Split(' ')[0]}", reply.AllText(), StringComparison.Ordinal));
        Assert.Contains("`career-admin tips set|list|preview|run-now|pause|remove`", reply.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("`salary", reply.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Lists_Them_To_Admins_Only()
    {
        Assert.DoesNotContain("career-admin", (await _bot.SayAsync("help")).AllText(), StringComparison.Ordinal);
        Assert.Contains("`career-admin help`", (await _bot.SayAsync("help", Here, Admin)).AllText(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _bot.Dispose();
        _pack.Dispose();
    }

    private IEnumerable<(string Command, string Way, Func<ChatUser, Task<ChatReply>> Say)> Ways() =>
        from command in _bot.Table.AdminCommands
        let line = command.Example ?? command.FullName
        let alone = line[(CommandTable.AdminRoot.Length + 1)..]
        let fields = command.Options.Where(option => option.IsRequired).ToDictionary(option => option.Name, _ => "where do I start", StringComparer.Ordinal)
        from way in new (string Name, Func<ChatUser, ChatRequest> Of)[]
        {
            ("slash, the root known", user => new(Here, user, alone) { IsAdminCommand = true, IsCommand = true }),
            ("slash, the root in the text", user => new(Here, user, $"/{line}")),
            ("button", user => new(Here, user, line) { IsCommand = true }),
            ("text", user => new(Here, user, line)),
            ("mention", user => new(Here, user, $" {line.Replace("career-admin", "Career-Admin ", StringComparison.Ordinal)} ")),
            ("fields, the root known", user => new(Here, user, command.Name) { IsAdminCommand = true, Options = fields }),
            ("fields, the root in the text", user => new(Here, user, command.FullName) { Options = fields }),
        }
        select (command.Name, way.Name, new Func<ChatUser, Task<ChatReply>>(user => _bot.Router.RespondAsync(way.Of(user), default)));
}
