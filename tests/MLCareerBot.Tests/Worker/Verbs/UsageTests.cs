namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class UsageTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Help_Names_Every_Verb()
    {
        var help = await _program.RunAsync("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.All(["chat", "ask", "validate", "test", "evaluate", "doctor", "invite", "manifest", "export", "import"], verb => Assert.Contains($"\n  {verb} ", help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Version_Is_A_Number()
    {
        var version = await _program.RunAsync("--version");

        Assert.Equal(0, version.ExitCode);
        Assert.True(Version.TryParse(version.Output.Trim(), out _), version.Output);
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("--bogus")]
    [InlineData("chat", "--bogus")]
    [InlineData("chat", "more")]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", "--jsn")]
    [InlineData("ask", "two", "questions")]
    [InlineData("validate", "--bogus")]
    [InlineData("validate", "one", "two")]
    [InlineData("test", "-x")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "--data")]
    [InlineData("manifest", "slack", "--url", "http://bot.example.com")]
    public async Task What_Makes_No_Sense_Is_Answered_With_Usage(params string[] arguments)
    {
        var ran = await _program.RunAsync(arguments);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("Usage:", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "--help")]
    [InlineData("evaluate", "-h")]
    public async Task A_Verb_Explains_Itself(params string[] arguments)
    {
        var ran = await _program.RunAsync(arguments);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("--json", ran.Output, StringComparison.Ordinal);
    }
}
