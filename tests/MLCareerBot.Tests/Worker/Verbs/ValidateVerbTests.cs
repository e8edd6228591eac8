using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly Executable _program = new();
    private readonly TinyPack _pack = new();

    public void Dispose()
    {
        _program.Dispose();
        _pack.Dispose();
    }

    [Fact]
    public async Task A_Good_Pack_Is_Counted()
    {
        var ran = await _program.RunAsync("validate", _pack.Folder);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("Baking: no faults in 2 sources, ", Assert.Single(ran.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Shipped_Pack_Is_Good()
    {
        var ran = await _program.RunAsync("validate");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Single(ran.Lines);
    }

    [Fact]
    public async Task Every_Fault_Has_A_Line()
    {
        _pack.Replace("topics/bread.md", "group: craft", "group: nowhere").Delete("tips.yaml");

        var ran = await _program.RunAsync("validate", _pack.Folder);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(_pack.Faults().Select(fault => fault.ToString()), ran.Lines);
        Assert.Contains(ran.Lines, line => line.StartsWith("tips.yaml: ", StringComparison.Ordinal));
        Assert.Contains(ran.Lines, line => line.StartsWith("topics/bread.md:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Folder_That_Is_Not_There_Is_A_Fault()
    {
        var ran = await _program.RunAsync("validate", "nowhere");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("does not exist", Assert.Single(ran.Lines), StringComparison.Ordinal);
    }
}
