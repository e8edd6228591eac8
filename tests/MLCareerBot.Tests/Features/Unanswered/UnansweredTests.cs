using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Unanswered;

/// <summary>What people ask in vain is shown to admins of the same place, grouped and without a name.</summary>
public sealed class UnansweredTests : IDisposable
{
    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly ChatAddress Here = new("test", "general") { Workspace = "bootcamp" };
    private static readonly ChatAddress There = new("test", "general") { Workspace = "another" };
    private static readonly ChatUser Ada = new("ada", IsAdmin: true);

    private readonly TestBot _bot = new();

    [Fact]
    public async Task Like_Questions_Are_One_And_Nobody_Is_Named()
    {
        await AskAsync(Here, "ana-4711", "do I need a pilot licence on Mars?");
        await AskAsync(Here, "ben-4712", "need a pilot licence on mars");
        await AskAsync(Here, "ben-4712", "who is a good dentist near @ana.berg?");

        var listed = await ListedAsync(Here, "dentist");

        Assert.Contains("2 × \"need a pilot licence on mars\"", listed, StringComparison.Ordinal);
        Assert.Contains("1 × \"who is a good dentist near …?\"", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("471", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Text.Contains("pilot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_Place_Sees_Its_Own()
    {
        await AskAsync(Here, "ana", "do I need a pilot licence on Mars?");
        await AskAsync(There, "ben", "who is a good dentist?");

        Assert.DoesNotContain("dentist", await ListedAsync(Here, "pilot"), StringComparison.Ordinal);
        Assert.DoesNotContain("pilot", await ListedAsync(There, "dentist"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Is_Resolved_Comes_Back_When_Asked_Again_And_What_Is_Ignored_Does_Not()
    {
        await AskAsync(Here, "ana", "do I need a pilot licence on Mars?");
        await AskAsync(Here, "ana", "who is a good dentist?");
        await ListedAsync(Here, "dentist");

        Assert.Equal("Resolved", (await AdminAsync(Here, $"unanswered resolve {await IdAsync("pilot")}")).Title);
        Assert.Equal("Ignored from now on", (await AdminAsync(Here, $"unanswered ignore {await IdAsync("dentist")}")).Title);
        Assert.Equal("Nothing without an answer", (await AdminAsync(Here, "unanswered list")).Title);
        Assert.Equal("No such question", (await AdminAsync(Here, "unanswered resolve abc123")).Title);
        await AskAsync(Here, "ana", "who is a good dentist?");
        await AskAsync(Here, "ana", "do I need a pilot licence on Mars?");

        Assert.DoesNotContain("dentist", await ListedAsync(Here, "pilot"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_Is_No_Admin_Sees_Nothing()
    {
        await AskAsync(Here, "ana", "do I need a pilot licence on Mars?");
        await ListedAsync(Here, "pilot");

        var reply = await _bot.Router.RespondAsync(new(Here, new("ana"), "unanswered list") { IsAdminCommand = true }, default);

        Assert.DoesNotContain("pilot", reply.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_The_Operator_Tries_At_The_Terminal_Is_Not_Noted()
    {
        await AskAsync(new("console", "terminal"), "operator", "do I need a pilot licence on Mars?");
        await AskAsync(Here, "ana", "who is a good dentist?");

        Assert.DoesNotContain("pilot", await ListedAsync(new("console", "terminal"), "dentist"), StringComparison.Ordinal);
    }

    public void Dispose() => _bot.Dispose();

    private async Task AskAsync(ChatAddress place, string user, string question)
    {
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(OutcomeKind.Abstain, (await _bot.SayAsync(question, place, new(user))).Outcome?.Kind);
    }

    private Task<ChatReply> AdminAsync(ChatAddress place, string text) => _bot.Router.RespondAsync(new(place, Ada, text) { IsAdminCommand = true }, default);

    // They are written down beside the answers, in the order they came.
    private async Task<string> ListedAsync(ChatAddress place, string last)
    {
        using var late = new CancellationTokenSource(Patience);
        string text;
        do
        {
            late.Token.ThrowIfCancellationRequested();
            text = (await AdminAsync(place, "unanswered list")).AllText();
        }
        while (!text.Contains(last, StringComparison.Ordinal));

        return text;
    }

    private async Task<string> IdAsync(string word)
    {
        var line = (await AdminAsync(Here, "unanswered list")).Blocks.OfType<ReplyBlock.BulletList>().Single().Items.First(item => item.Contains(word, StringComparison.Ordinal));
        return line[..line.IndexOf(':', StringComparison.Ordinal)];
    }
}
