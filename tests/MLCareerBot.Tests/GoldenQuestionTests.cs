using MLCareerBot.Chat;

namespace MLCareerBot.Tests;

public sealed class GoldenQuestionTests
{
    [Fact]
    public async Task Every_Golden_Question_Comes_Out_As_The_Pack_Expects()
    {
        using var bot = new TestBot();
        var failures = new List<string>();
        foreach (var golden in RealKnowledge.Pack.GoldenQuestions)
        {
            var alone = new ChatAddress("test", $"line {golden.Line}");
            if (golden.After is { } before)
            {
                await bot.SayAsync(before, alone, new("ana"));
            }

            var reply = await bot.SayAsync(golden.Question, alone, new("ana"));
            var outcome = reply.Outcome is { Kind: OutcomeKind.Answer, Topic: var topic } ? topic ?? "" : "";
            if (!golden.Expect.Contains(outcome, StringComparer.Ordinal))
            {
                failures.Add($"tests.tsv:{golden.Line}: {golden.Question} -> {outcome}");
            }
        }

        Assert.Empty(failures);
    }
}
