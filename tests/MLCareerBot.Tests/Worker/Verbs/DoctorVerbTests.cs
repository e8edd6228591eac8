using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("doctor")]
    [InlineData("doctor", "--offline")]
    public async Task Without_Any_Settings_Nothing_Is_Bad(params string[] arguments)
    {
        var ran = await _program.RunAsync(arguments);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(ran.Lines, line => line.StartsWith("✓ The clock says ", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("✓ It is learned in ", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("– There is no appsettings.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Is_Bad_Comes_With_Its_Fix_And_Exit_Code_1()
    {
        using var pack = new TinyPack().Delete("tips.yaml");
        _program.Variables["Knowledge__Directory"] = pack.Folder;

        var ran = await _program.RunAsync("doctor");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        var bad = ran.Lines.Index().Single(line => line.Item.StartsWith('✗'));
        Assert.Contains("tips.yaml", bad.Item, StringComparison.Ordinal);
        Assert.Equal("  Mend the file; the verb `validate` names every fault.", ran.Lines[bad.Index + 1]);
    }

    [Fact]
    public async Task What_Is_Misspelt_In_The_Settings_Is_Named_Without_Its_Value()
    {
        _program.Write("appsettings.json", "{ \"Knowledg\": { \"KeepPercent\": 10 }, \"Storage\": { \"Provder\": \"postgres\" }, \"Slack\": { \"Admins\": [\"U1\"] }, \"Logging\": {} }");
        _program.Variables["MLCAREERBOT_Discord__Tokn"] = "s3cret";

        var ran = await _program.RunAsync("doctor", "--offline");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(
            ["✗ Discord:Tokn is no setting, and does nothing.", "✗ Knowledg is no setting, and does nothing.", "✗ Storage:Provder is no setting, and does nothing."],
            ran.Lines.Where(line => line.StartsWith('✗')).Order(StringComparer.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("  Known here are Token, ApiBaseUrl", StringComparison.Ordinal));
        Assert.DoesNotContain("s3cret", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Machine_Without_Time_Zones_Is_Bad()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _program.Variables["TZDIR"] = _program.Folder;

        var ran = await _program.RunAsync("doctor");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("✗ Time zones such as America/New_York cannot be read.", ran.Lines);
    }

    [Theory]
    [InlineData("""{ "Discord": { "Token": "AAAAAAAA.BBBBBB.secret" } }""", UnixFileMode.OtherRead, true)]
    [InlineData("""{ "Discord": { "Token": "AAAAAAAA.BBBBBB.secret" } }""", UnixFileMode.GroupRead, true)]
    [InlineData("""{ "Discord": { "Token": "AAAAAAAA.BBBBBB.secret" } }""", UnixFileMode.None, false)]
    [InlineData("""{ "Discord": { "Token": "" } }""", UnixFileMode.OtherRead, false)]
    public async Task Secrets_That_Others_Can_Read_Are_Worth_A_Note(string settings, UnixFileMode others, bool isNoted)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = _program.Write("appsettings.json", settings);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        var ran = await _program.RunAsync("doctor", "--offline");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(isNoted, ran.Output.Contains($"\n  Run chmod 600 {file}", StringComparison.Ordinal));
        Assert.DoesNotContain("secret\"", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Terminal_Is_An_Admins()
    {
        var ran = await _program.PipeAsync("career-admin status\n/career-admin doctor\n");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("console: ready.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("All is well", ran.Output, StringComparison.Ordinal);
    }
}
