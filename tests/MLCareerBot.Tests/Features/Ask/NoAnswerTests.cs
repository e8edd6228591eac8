using MLCareerBot.Chat;
using MLCareerBot.Features.Ask;

namespace MLCareerBot.Tests.Features.Ask;

public sealed class NoAnswerTests
{
    [Fact]
    public void Topics_And_Features_Are_Offered_By_Name()
    {
        var reply = NoAnswer.DidYouMean(RealKnowledge.Pack, ["salary", "tips-subscribe", "about-this-bot"]);

        Assert.Equal(OutcomeKind.Suggest, reply.Outcome!.Kind);
        Assert.Equal(["salary", "tips-subscribe", "about-this-bot"], reply.Outcome.Suggestions);
        Assert.Equal(["faq salary", "ask subscribe", "ask who are you"], reply.FollowUps.Select(next => next.Says));
        Assert.Equal(RealKnowledge.Pack.FindTopic("salary")!.Question, reply.FollowUps[0].Label);
        Assert.All(reply.FollowUps, next => Assert.True(char.IsUpper(next.Label[0])));
    }

    [Fact]
    public void Greetings_And_Unknown_Ids_Are_Not_Offered()
    {
        var reply = NoAnswer.DidYouMean(RealKnowledge.Pack, ["greeting", "no-such-topic", "salary"]);

        Assert.Equal(["salary"], reply.Outcome!.Suggestions);
    }

    [Fact]
    public void With_Nothing_To_Offer_The_Answer_Is_No()
    {
        var reply = NoAnswer.DidYouMean(RealKnowledge.Pack, ["greeting"]);

        Assert.Equal(OutcomeKind.Abstain, reply.Outcome!.Kind);
        Assert.Empty(reply.FollowUps);
    }

    [Fact]
    public void Only_Topics_Stand_Near_A_No()
    {
        var reply = NoAnswer.NotCovered(RealKnowledge.Pack, outside: null, ["greeting", "salary", "daily-tip"]);

        Assert.Equal(["salary"], reply.Outcome!.Suggestions);
    }
}
