using Microsoft.Extensions.Logging;
using MLCareerBot.Discord;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class IdentifyBudgetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("identifies").FullName;
    private readonly FakeClock _clock = new();
    private readonly TestLog _log = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    [Fact]
    public void Eight_Hundred_A_Day_And_Not_One_More()
    {
        var budget = Budget();

        Assert.Equal(800, Enumerable.Range(0, 2000).Count(_ => SpendAndWaitASecond(budget)));
        Assert.Equal(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(800), budget.WaitForRoom());
        _clock.Advance(budget.WaitForRoom());
        Assert.Equal(TimeSpan.Zero, budget.WaitForRoom());
        Assert.True(SpendAndWaitASecond(budget));
        Assert.True(SpendAndWaitASecond(budget));
    }

    [Fact]
    public void The_Count_Outlives_The_Process_And_A_New_Token_Of_The_Same_Bot()
    {
        for (var i = 0; i < 500; i++)
        {
            Budget("bot.one.x").TrySpend();
        }

        var later = Budget("bot.two.y");
        Assert.Equal(300, Enumerable.Range(0, 2000).Count(_ => later.TrySpend()));
    }

    [Fact]
    public void Two_Bots_On_One_Machine_Count_Apart()
    {
        Assert.Equal(800, Enumerable.Range(0, 801).Count(_ => Budget("one").TrySpend()));

        Assert.True(Budget("two").TrySpend());
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.DoesNotContain(Directory.GetFiles(_folder), path => path.Contains("one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("""["yesterday"]""")]
    [InlineData("""{"a":1}""")]
    public void A_Damaged_File_Is_One_Warning_And_A_Fresh_Count(string content)
    {
        File.WriteAllText(Path(), content);

        var budget = Budget();

        Assert.Equal(800, Enumerable.Range(0, 2000).Count(_ => budget.TrySpend()));
        Assert.Single(_log.Lines, line => line.Level == LogLevel.Warning);
    }

    [Fact]
    public void A_Folder_That_Cannot_Be_Written_Is_One_Warning_And_A_Count_In_Memory()
    {
        // A folder where the file should be: unwritable even for root.
        Directory.CreateDirectory(Path());

        var budget = Budget();

        Assert.Equal(800, Enumerable.Range(0, 2000).Count(_ => budget.TrySpend()));
        Assert.Single(_log.Lines);
    }

    [Fact]
    public void Times_From_A_Clock_That_Was_Ahead_Do_Not_Count_For_Years()
    {
        File.WriteAllText(Path(), $"[{string.Join(',', Enumerable.Repeat("\"2036-01-01T00:00:00+00:00\"", 800))}]");

        var budget = Budget();

        Assert.False(budget.TrySpend());
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.True(budget.TrySpend());
    }

    private bool SpendAndWaitASecond(IdentifyBudget budget)
    {
        var spent = budget.TrySpend();
        if (spent)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        return spent;
    }

    private string Path() => IdentifyFile.For(Options("bot")).Path;

    private DiscordOptions Options(string token) => new() { Token = token, StateDirectory = _folder };

    private IdentifyBudget Budget(string token = "bot") => new(IdentifyFile.For(Options(token)), _clock, _log);
}
