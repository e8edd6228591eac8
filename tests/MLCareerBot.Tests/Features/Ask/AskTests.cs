using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Ask;

public sealed class AskTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("how much do machine learning engineers earn")]
    [InlineData("ask how much do machine learning engineers earn")]
    [InlineData("/career ask how much do machine learning engineers earn")]
    public async Task A_Question_Gets_Its_Topic_With_Sources_And_Next_Steps(string text)
    {
        var reply = await _bot.SayAsync(text);

        var topic = RealKnowledge.Pack.FindTopic("salary")!;
        Assert.Equal(topic.Question, reply.Title);
        Assert.Equal(topic.Answer.Count, reply.Blocks.Count);
        Assert.Equal(topic.Sources, reply.Sources.Select(source => source.Id));
        Assert.Equal(topic.Related.Take(3).Select(id => $"faq {id}"), reply.FollowUps.Select(next => next.Says));
        Assert.Equal((OutcomeKind.Answer, "salary"), (reply.Outcome!.Kind, reply.Outcome.Topic));
    }

    [Theory]
    [InlineData("hello", "greeting")]
    [InlineData("thanks a lot", "thanks")]
    [InlineData("who are you", "about-this-bot")]
    public async Task Small_Talk_Gets_The_Packs_Words(string text, string intent)
    {
        var reply = await _bot.SayAsync(text);

        Assert.Equal(intent, reply.Outcome?.Topic);
        Assert.Equal([new ReplyBlock.Paragraph(RealKnowledge.Pack.FindIntent(intent)!.Reply!)], reply.Blocks);
        Assert.Empty(reply.Sources);
    }

    [Fact]
    public async Task Plain_Words_Reach_A_Feature()
    {
        var reply = await _bot.SayAsync("give me a tip");

        Assert.Equal("daily-tip", reply.Outcome?.Topic);
        Assert.Single(reply.Sources);
        Assert.Contains(RealKnowledge.Pack.Tips, tip => reply.Blocks.Contains(new ReplyBlock.Paragraph(tip.Text)));
    }

    [Theory]
    [InlineData("subscribe me to daily tips", "tips-subscribe", "Which time zone?")]
    [InlineData("stop the daily tips", "tips-unsubscribe", "You have no daily tips")]
    public async Task Plain_Words_Reach_Daily_Tips(string text, string intent, string title)
    {
        var reply = await _bot.SayAsync(text);

        Assert.Equal((OutcomeKind.Answer, intent, title), (reply.Outcome!.Kind, reply.Outcome.Topic, reply.Title));
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task A_Subject_Next_Door_Gets_An_Honest_No_And_Its_Nearest_Topics()
    {
        var subject = RealKnowledge.Pack.OutsideSubjects.First(subject => subject.Id == "cloud-platforms");

        var reply = await _bot.SayAsync("should i learn aws");

        Assert.Equal(OutcomeKind.Abstain, reply.Outcome!.Kind);
        Assert.Null(reply.Outcome.Topic);
        Assert.Subset(reply.Outcome.Suggestions.ToHashSet(StringComparer.Ordinal), subject.Nearest.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(reply.Outcome.Suggestions.Select(id => $"faq {id}"), reply.FollowUps.Select(next => next.Says));
        Assert.Contains(subject.Subject, reply.AllText(), StringComparison.Ordinal);
        Assert.Empty(reply.Sources);
    }

    [Fact]
    public async Task What_A_Person_Should_Decide_Gets_The_Packs_Own_Sentence()
    {
        var says = RealKnowledge.Pack.OutsideSubjects.First(subject => subject.Id == "visa" || subject.Subject.StartsWith("visa", StringComparison.Ordinal)).Says!;

        var reply = await _bot.SayAsync("do i need a visa");

        Assert.Equal(OutcomeKind.Abstain, reply.Outcome!.Kind);
        Assert.Contains(new ReplyBlock.Paragraph(says), reply.Blocks);
    }

    [Theory]
    [InlineData("zxqv plugh frobnicate")]
    [InlineData("qwertz")]
    [InlineData("🤷")]
    [InlineData("???")]
    public async Task Words_Without_Sense_Are_Not_Answered(string text)
    {
        var reply = await _bot.SayAsync(text);

        Assert.NotEqual(OutcomeKind.Answer, reply.Outcome!.Kind);
        Assert.Equal(reply.FollowUps.Count, reply.Outcome.Suggestions.Count);
        Assert.DoesNotContain("plugh", reply.AllText(), StringComparison.Ordinal);
    }

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task An_Answer_Offers_What_Else_May_Have_Been_Meant_And_What_Comes_Next()
    {
        var reply = await _bot.SayAsync("what is the average salary of a machine learning engineer");

        Assert.Equal("salary", reply.Outcome!.Topic);
        Assert.InRange(reply.FollowUps.Count, 1, ChatReply.MaxFollowUps);
        Assert.Equal(reply.FollowUps.Select(next => next.Says), reply.Outcome.Suggestions.Select(id => $"faq {id}"));
        Assert.DoesNotContain("salary", reply.Outcome.Suggestions);
    }
}
