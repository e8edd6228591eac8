using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Commands;

public sealed class SharingTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("ask how much do they earn share:true")]
    [InlineData("/career ask how much do they earn share:yes")]
    [InlineData("tip share:true")]
    [InlineData("ask give me a tip share:true")]
    public async Task An_Answer_Is_Shared_When_Asked_For(string text) => Assert.True((await _bot.SayAsync(text)).IsShared);

    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    public async Task A_Field_Says_The_Same(string share, bool isShared) =>
        Assert.Equal(isShared, (await _bot.CommandAsync("ask", ("question", "how much do they earn"), ("share", share))).IsShared);

    [Theory]
    [InlineData("ask how much do they earn")]
    [InlineData("ask how much do they earn share:false")]
    [InlineData("ask should i learn aws share:true")]
    [InlineData("ask zxqv plugh frobnicate share:true")]
    [InlineData("/ask share:true")]
    [InlineData("/salary share:true")]
    [InlineData("how much do they earn share:true")]
    public async Task Nothing_Else_Is(string text) => Assert.False((await _bot.SayAsync(text)).IsShared);

    [Fact]
    public async Task A_Permalink_Brings_The_Same_Reply_Again()
    {
        foreach (var line in Lines())
        {
            var reply = await _bot.SayAsync(line);

            Assert.True(reply.Permalink is { Length: <= ChatReply.MaxPermalink }, line);
            Assert.DoesNotContain("share", reply.Permalink, StringComparison.Ordinal);
            var again = await _bot.CommandAsync(reply.Permalink);
            Assert.Equal(WordsOf(reply), WordsOf(again));
            Assert.Equal(reply.Permalink, again.Permalink);
        }
    }

    [Theory]
    [InlineData("ask how much do they earn", "faq salary")]
    [InlineData("salary view:hourly", "salary hourly")]
    [InlineData("roadmap A 2", "roadmap 2 A")]
    [InlineData("roadmap c", "roadmap C")]
    [InlineData("skills py", "skills Python")]
    [InlineData("faq group:salary", "faq group:salary")]
    [InlineData("faq group:career-fit", "faq career-fit")]
    [InlineData("tip role-own-words share:true", "tip role-own-words")]
    public async Task A_Permalink_Is_As_Short_As_It_Can_Be(string text, string permalink) =>
        Assert.Equal(permalink, (await _bot.SayAsync(text)).Permalink);

    [Fact]
    public async Task Every_Tip_Has_A_Line_Of_Its_Own()
    {
        foreach (var tip in RealKnowledge.Pack.Tips)
        {
            var reply = await _bot.CommandAsync($"tip {tip.Id}");

            Assert.Equal(new ReplyBlock.Paragraph(tip.Text), reply.Blocks[0]);
            Assert.Equal("tip", reply.FollowUps[0].Says);
        }
    }

    [Theory]
    [InlineData("help")]
    [InlineData("hello")]
    [InlineData("who are you")]
    [InlineData("subscribe me to daily tips")]
    [InlineData("should i learn aws")]
    [InlineData("zxqv plugh frobnicate")]
    [InlineData("ask")]
    [InlineData("/nonsense")]
    [InlineData("/salary nonsense")]
    [InlineData("/skills plughology")]
    [InlineData("roadmap 6 C")]
    public async Task What_Says_Nothing_Of_The_Sources_Has_None(string text) => Assert.Null((await _bot.SayAsync(text)).Permalink);

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void A_Line_Too_Long_For_A_Button_Is_None(int length, bool isKept) =>
        Assert.Equal(isKept, new ChatReply("Title") { Permalink = new('a', length) }.Permalink is not null);

    public void Dispose() => _bot.Dispose();

    // What is offered next may depend on the way the reply was reached.
    private static string WordsOf(ChatReply reply) => (reply with { FollowUps = [] }).AllText();

    private IEnumerable<string> Lines()
    {
        foreach (var command in _bot.Table.Commands.Where(command => !command.NeedsStore && command.Name != CommandTable.Help && !command.NeedsStore))
        {
            yield return command.Example ?? command.Name;
            if (!command.Options.Any(option => option.IsRequired))
            {
                yield return command.Name;
                foreach (var (option, choice) in command.Options.SelectMany(option => option.Choices.Select(choice => (option, choice))))
                {
                    yield return $"{command.Name} {option.Name}:{choice}";
                }
            }
        }
    }
}
