using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class ChatVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData]
    [InlineData("chat")]
    public async Task Piped_Lines_Are_Answered_Until_They_End(params string[] arguments)
    {
        var ran = await _program.PipeAsync("How much do machine learning engineers earn?\n\n1\nhelp", arguments);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("How much do machine learning engineers earn?\n", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("career>", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(ran.Output, character => character != '\n' && char.IsControl(character));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("quit\nhelp\n")]
    public async Task No_Question_Is_No_Answer(string input)
    {
        var ran = await _program.PipeAsync(input);

        Assert.Equal(new Ran(0, "", ""), ran);
    }

    [Theory]
    [InlineData]
    [InlineData("chat", "--json")]
    public async Task Ends_When_The_Reader_Has_Gone_Though_The_Input_Has_Not(params string[] arguments)
    {
        using var process = _program.Start(arguments);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        await process.StandardInput.WriteLineAsync("help");
        await process.StandardInput.FlushAsync(patience.Token);
        await process.StandardOutput.ReadLineAsync(patience.Token);
        process.StandardOutput.Close();
        await process.StandardInput.WriteLineAsync("help");
        await process.StandardInput.FlushAsync(patience.Token);
        await Executable.EndAsync(process, patience.Token);

        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Programs_Get_A_Line_For_A_Line()
    {
        var ran = await _program.PipeAsync("How much do machine learning engineers earn?\n\nhelp\nquit\n", "chat", "--json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(
            ["How much do machine learning engineers earn?", "help", "quit"],
            ran.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task A_Byte_Order_Mark_Is_No_Part_Of_The_First_Line()
    {
        var ran = await _program.RunAsync(["chat", "--json"], [0xEF, 0xBB, 0xBF, .. "help\n"u8]);

        Assert.StartsWith("{\"question\":\"help\",", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_Program_Can_Be_Told_To_Stop_While_It_Waits(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var process = _program.Start("chat", "--json");
        await process.StandardInput.WriteAsync("help\n".AsMemory(), patience.Token);
        await process.StandardInput.FlushAsync(patience.Token);
        Assert.NotNull(await process.StandardOutput.ReadLineAsync(patience.Token));

        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await Executable.EndAsync(process, patience.Token);

        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData]
    [InlineData("chat", "--json")]
    [InlineData("ask", "What?")]
    [InlineData("test")]
    public async Task A_Malformed_Pack_Stops_The_Start(params string[] arguments)
    {
        using var pack = new TinyPack();
        pack.Replace("topics/bread.md", "group: craft", "group: nowhere");
        _program.Variables["MLCAREERBOT_Knowledge__Directory"] = pack.Folder;

        var ran = await _program.PipeAsync("help\n", arguments);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Matches(@"(?m)^topics/bread\.md:\d+: .*nowhere", ran.Error);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }
}
