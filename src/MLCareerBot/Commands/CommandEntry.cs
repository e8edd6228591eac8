namespace MLCareerBot.Commands;

/// <summary>A line of the menu. Its options are known once the pack is.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Options">Its options for a pack.</param>
/// <param name="Example">An example call, where the first option's choices make none.</param>
internal sealed record CommandEntry(
    string Name, string Summary, Func<MenuOptions, IReadOnlyList<CommandOption>> Options, string? Example)
{
    public Command For(MenuOptions menu)
    {
        var options = Options(menu);
        return new(Name, Summary, options) { Example = Example ?? ExampleOf(options) };
    }

    // The second choice, because the first is often what the bare verb shows.
    private string? ExampleOf(IReadOnlyList<CommandOption> options) =>
        options is [{ Choices: { Count: > 0 } choices }, ..] ? $"{Name} {choices[Math.Min(1, choices.Count - 1)]}" : null;
}
