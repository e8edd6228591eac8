namespace MLCareerBot.Tests;

/// <summary>Documents that name what the program does, held against the program.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFolder.PathOf("README.md"));

    [Fact]
    public void Its_Command_Table_Is_The_Menu()
    {
        using var bot = new TestBot();
        foreach (var command in bot.Table.Commands.Concat(bot.Table.AdminCommands))
        {
            var options = command.Options.Select(option => option.IsRequired ? $" <{option.Name}>" : $" [{option.Name}]");
            Assert.Contains($"| `{command.FullName}{string.Concat(options)}` | {command.Summary} |", Readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_Counts_The_Golden_Questions_Right() =>
        Assert.Contains($"asks {RealKnowledge.Pack.GoldenQuestions.Count} golden questions", Readme, StringComparison.Ordinal);
}
