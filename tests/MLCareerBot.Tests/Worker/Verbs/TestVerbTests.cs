namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class TestVerbTests : IDisposable
{
    private const string Known = "How much do machine learning engineers earn?";

    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Questions_That_Go_As_Expected_Pass()
    {
        _program.Write("questions.tsv", $"id\texpect\tkind\tquestion\nq1\tsalary|outlook\tplain\t{Known}\nq2\t-\tnonsense\t%%%\n");

        var ran = await _program.RunAsync("test", "questions.tsv");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal("2 of 2 questions passed.", ran.Lines[^1]);
    }

    [Fact]
    public async Task Every_Failure_Is_Named_With_What_Came_Instead()
    {
        _program.Write("questions.tsv", $"question\texpect\n{Known}\toutlook\n\n{Known}\t-\n%%%\tsalary\n");

        var ran = await _program.RunAsync("test", "questions.tsv");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith(
            $"questions.tsv:2: {Known}\n  expected outlook; got salary\nquestions.tsv:4: {Known}\n  expected no answer; got salary\nquestions.tsv:5: %%%\n  expected salary; got no answer",
            ran.Output,
            StringComparison.Ordinal);
        Assert.Equal("0 of 3 questions passed.", ran.Lines[^1]);
    }

    [Fact]
    public async Task The_Pack_Brings_Its_Own_Questions()
    {
        var ran = await _program.RunAsync("test");

        Assert.Equal("", ran.Error);
        Assert.Matches(@"^\d+ of \d+ questions passed\.$", ran.Lines[^1]);
    }

    [Fact]
    public async Task A_Malformed_File_Is_Refused_With_Its_Lines()
    {
        _program.Write("questions.tsv", "expect\tquestion\nsalary\nsalary\t \n");

        var ran = await _program.RunAsync("test", "questions.tsv");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Equal("questions.tsv:2: This line has 1 columns; the header has 2.\nquestions.tsv:3: The column 'question' is empty; fill it in.\n", ran.Error);
    }
}
