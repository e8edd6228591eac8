using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Views;
using MLCareerBot.Tests.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Views;

public sealed class AskOptionsTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;

    [Fact]
    public void An_Open_List_Has_Every_Question_In_The_Packs_Order()
    {
        var options = AskOptions.For("", Pack);

        Assert.Equal(Pack.Topics.Select(topic => topic.Id), options.Select(option => option.Value));
        Assert.All(options, option => Assert.InRange(option.Text.Text.Length, 1, 75));
    }

    [Theory]
    [InlineData("PORTFOLIO")]
    [InlineData("portfollio")]
    [InlineData("portf")]
    public void What_Is_Typed_Narrows_It(string query)
    {
        var options = AskOptions.For(query, Pack);

        Assert.InRange(options.Count, 1, Pack.Topics.Count - 1);
        Assert.Contains("portfolio", options[0].Text.Text + options[0].Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_Question_Typed_In_Full_Is_On_Top() =>
        Assert.All(Pack.Topics, topic => Assert.Equal(topic.Id, AskOptions.For(topic.Question.ToUpperInvariant(), Pack)[0].Value));

    [Fact]
    public void Nothing_Fits_Nonsense_And_No_Query_Breaks_It()
    {
        Assert.Empty(AskOptions.For("zzzzqqq", Pack));
        Assert.All(HostileMrkdwn.Make(1_000), query => Assert.InRange(AskOptions.For(query, Pack).Count, 0, 100));
    }

    [Fact]
    public void A_Large_Pack_Is_Cut_At_What_Slack_Takes()
    {
        var many = Pack with { Topics = [.. Enumerable.Range(0, 150).Select(number => Pack.Topics[0] with { Id = $"topic-{number}" })] };

        Assert.Equal(100, AskOptions.For("", many).Count);
    }

    [Fact]
    public void An_Assistants_Thread_Begins_With_Four_Questions_Of_Different_Groups()
    {
        var prompts = AssistantPrompts.For(Pack);

        Assert.Equal(4, prompts.Count);
        Assert.All(prompts, prompt => Assert.Equal(prompt.Title, prompt.Message));
        Assert.Equal(4, prompts.Select(prompt => Pack.Topics.First(topic => topic.Question == prompt.Message).Group).Distinct(StringComparer.Ordinal).Count());
    }
}
