using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Worker.Trials;

namespace MLCareerBot.Tests.Worker.Trials;

public sealed class QuestionScoresTests
{
    private static readonly QuestionOutcome Bread = new(OutcomeKind.Answer, "bread", []);
    private static readonly QuestionOutcome Oven = new(OutcomeKind.Answer, "oven", []);
    private static readonly QuestionOutcome Suggested = new(OutcomeKind.Suggest, null, ["oven", "bread"]);
    private static readonly QuestionOutcome Nothing = new(OutcomeKind.Abstain, null, ["oven"]);

    public static TheoryData<string, QuestionOutcome, bool> Cases => new()
    {
        { "bread", Bread, true },
        { "cake|bread", Bread, true },
        { "BREAD", Bread, true },
        { "bread", Oven, false },
        { "bread", Suggested, false },
        { "bread", Nothing, false },
        { "-", Nothing, true },
        { "-", Suggested, true },
        { "-", Bread, false },
        { "bread|-", Bread, true },
        { "bread|-", Nothing, true },
        { "bread|-", Oven, false },
        { "bread", new(OutcomeKind.Answer, null, []), false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_Question_Passes_As_It_Was_Expected_To(string expect, QuestionOutcome outcome, bool hasPassed)
    {
        Assert.Equal(hasPassed, Result(expect, outcome).HasPassed);
    }

    [Fact]
    public void Kinds_Are_Counted_Apart()
    {
        var table = QuestionScores.Table(
        [
            Result("bread", Bread, "plain"),
            Result("bread", Oven, "plain"),
            Result("bread", Suggested, "plain"),
            Result("bread", Nothing, "plain"),
            Result("-", Nothing, "outside"),
            Result("-", Oven, "outside"),
            Result("bread|-", Oven, "either"),
        ]);

        Assert.Equal(["Kind", "Asked", "Right", "Wrong", "Right or suggested", "Not covered, yet answered"], table.Header);
        Assert.Equal(["plain", "4", "25.0% (1)", "25.0% (1)", "50.0% (2)", "-"], table.Rows[0]);
        Assert.Equal(["outside", "2", "-", "-", "-", "50.0% (1)"], table.Rows[1]);
        Assert.Equal(["either", "1", "-", "-", "-", "-"], table.Rows[2]);
        Assert.Equal(["all", "7", "25.0% (1)", "25.0% (1)", "50.0% (2)", "50.0% (1)"], table.Rows[3]);
    }

    private static QuestionResult Result(string expect, QuestionOutcome outcome, string kind = "plain") =>
        new(new("?", null, [.. expect.Split('|').Select(id => id == "-" ? "" : id)], kind, 1), outcome);
}
