using System.Text.Json;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class EvaluateVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Programs_Get_All_Figures()
    {
        _program.Write("set.tsv", Set());

        var ran = await _program.RunAsync("evaluate", "--data", "set.tsv", "--json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(
            ["accuracy", "inScopeAccuracy", "outOfScopeRecall", "mcc", "forcedInScopeAccuracy", "top3", "trainMilliseconds", "queriesPerSecond", "p99Microseconds", "threshold"],
            JsonDocument.Parse(Assert.Single(ran.Lines)).RootElement.EnumerateObject().Select(figure => figure.Name));
    }

    [Fact]
    public async Task People_Get_A_Table()
    {
        _program.Write("set.tsv", Set());

        var ran = await _program.RunAsync("evaluate", "--data", "set.tsv");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("| Matthews correlation ", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train\ta\n", "set.tsv:1: This line has 2 columns; write three, separated by tabs: split, label (empty: out of scope), text.\n")]
    [InlineData("\nlearn\ta\ttext\ntest\tb\t \n", "set.tsv:2: 'learn' is no split; write train, val or test.\nset.tsv:3: The text is empty; fill it in or take the line out.\n")]
    [InlineData("", "set.tsv: There is nothing to tell apart; add lines of the split 'train' with two labels or more.\n")]
    [InlineData("train\ta\tx\ntrain\tb\ty\n", "set.tsv: There is nothing to measure on; add lines of the split 'test'.\n")]
    public async Task A_Malformed_File_Is_Refused_With_Its_Lines(string text, string error)
    {
        _program.Write("set.tsv", text);

        Assert.Equal(new Ran(1, "", error), await _program.RunAsync("evaluate", "--data", "set.tsv"));
    }

    [Fact]
    public async Task A_File_That_Is_Not_There_Is_Refused()
    {
        var ran = await _program.RunAsync("evaluate", "--data", "nowhere.tsv");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("nowhere.tsv: The file cannot be read: ", ran.Error, StringComparison.Ordinal);
    }

    private static string Set() => string.Concat(Enumerable.Range(0, 8).Select(day =>
        $"train\tbread\tbake a loaf of bread on day {day}\ntrain\tcake\tice a chocolate cake on day {day}\ntrain\t\tmend the bicycle on day {day}\n"))
        + "test\tbread\tbake me a loaf\ntest\tcake\tchocolate cake please\ntest\t\tis it going to rain\nval\tcake\tcake\n";
}
