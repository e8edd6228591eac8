using System.Text.Json;
using MLCareerBot.Chat;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

public sealed class JsonPlatformTests
{
    private readonly Overheard _overheard = new();

    [Fact]
    public async Task A_Blank_Line_Starts_A_New_Conversation_And_Prints_Nothing()
    {
        var output = await TalkAsync("one\ntwo\n\n \nthree\n");

        Assert.Equal(3, output.TrimEnd('\n').Split('\n').Length);
        var conversations = _overheard.Requests.Select(request => request.Address).ToList();
        Assert.Equal(conversations[0], conversations[1]);
        Assert.NotEqual(conversations[1], conversations[2]);
    }

    [Fact]
    public async Task Numbers_And_Goodbyes_Are_Messages_Like_Any_Other()
    {
        await TalkAsync("one\n1\nquit\nexit\n");

        Assert.Equal(["one", "1", "quit", "exit"], _overheard.Texts);
    }

    [Fact]
    public void A_Reply_Is_One_Object_On_One_Line()
    {
        var reply = SampleReplies.Answer with { Outcome = new(OutcomeKind.Suggest, null, ["oven", "bread"]) };

        var line = JsonReply.Line("How \"long\"?\r\n", reply);

        Assert.DoesNotContain('\n', line);
        Assert.StartsWith(
            """{"question":"How \"long\"?\r\n","outcome":"suggest","topic":null,"suggestions":["oven","bread"],"title":"How long does it take to become a baker?","text":"About three years""",
            line,
            StringComparison.Ordinal);
        Assert.EndsWith(""","sources":["A","B"]}""", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutcomeKind.Answer, "answer")]
    [InlineData(OutcomeKind.Suggest, "suggest")]
    [InlineData(OutcomeKind.Abstain, "abstain")]
    public void The_Outcome_Is_Named(OutcomeKind kind, string expected)
    {
        var line = JsonReply.Line("?", SampleReplies.Answer with { Outcome = new(kind, "bread", []) });

        Assert.Contains($"\"outcome\":\"{expected}\",\"topic\":\"bread\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Verbs_Own_Reply_Counts_As_An_Answer()
    {
        Assert.Contains("\"outcome\":\"answer\",\"topic\":null", JsonReply.Line("help", SampleReplies.Answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\e[31m", @"\u001B[31m")]
    [InlineData("\u0085", @"\u0085")]
    [InlineData("\u007F", @"\u007F")]
    [InlineData("\u202E", @"\u202E")]
    [InlineData("\u2028", @"\u2028")]
    [InlineData("\u2066", @"\u2066")]
    [InlineData("\u200F", @"\u200F")]
    [InlineData("é<b>&'+", "é<b>&'+")]
    public void Characters_That_Disturb_A_Screen_Are_Escaped(string question, string written)
    {
        var line = JsonReply.Line(question, SampleReplies.Answer);

        Assert.StartsWith($"{{\"question\":\"{written}\"", line, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(question, JsonDocument.Parse(line).RootElement.GetProperty("question").GetString());
    }

    [Fact]
    public void Half_A_Character_Is_Replaced()
    {
        var line = JsonReply.Line("\uD800x", SampleReplies.Answer);

        Assert.Equal("\uFFFDx", JsonDocument.Parse(line).RootElement.GetProperty("question").GetString());
    }

    private async Task<string> TalkAsync(string input)
    {
        using var output = new StringWriter();
        using var bot = _overheard.Bot();
        await new JsonPlatform(bot.Router, new StringReader(input), output).RunAsync(default);
        return output.ToString();
    }
}
