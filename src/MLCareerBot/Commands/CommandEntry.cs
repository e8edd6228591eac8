namespace MLCareerBot.Commands;

/// <summary>A line of the menu. Its options are known once the pack is.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Options">Its options for a pack.</param>
/// <param name="Example">An example call without the root, where the choices make none.</param>
internal sealed record CommandEntry(
    string Name, string Summary, Func<MenuOptions, IReadOnlyList<CommandOption>> Options, string? Example = null)
{
    public bool IsAdmin { get; init; }

    public bool IsHidden { get; init; }

    public bool NeedsStore { get; init; }

    public bool OpensForm { get; init; }

    /// <summary>The key of its handler among the services.</summary>
    public string FullName => Command.FullNameOf(Name, IsAdmin);

    public Command For(MenuOptions menu)
    {
        var options = Options(menu);
        var example = Example ?? ExampleOf(options);
        return new(Name, Summary, options)
        {
            IsAdmin = IsAdmin,
            IsHidden = IsHidden,
            NeedsStore = NeedsStore,
            OpensForm = OpensForm,
            Example = example is null ? null : Command.FullNameOf(example, IsAdmin),
        };
    }

    // The second choice, because the first is often what the bare verb shows.
    private string? ExampleOf(IReadOnlyList<CommandOption> options) =>
        options is [{ Choices: { Count: > 0 } choices }, ..]
            ? string.Join(' ', [Name, choices[Math.Min(1, choices.Count - 1)], .. options.Skip(1).Where(option => option is { IsRequired: true, Choices.Count: > 0 }).Select(option => option.Choices[0])])
            : null;
}
