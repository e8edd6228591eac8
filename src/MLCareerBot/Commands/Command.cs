namespace MLCareerBot.Commands;

/// <summary>A verb people can use, as help texts and platforms' command lists show it.</summary>
/// <param name="Name">One lower-case word: <c>salary</c>.</param>
/// <param name="Summary">What it does, in one short sentence.</param>
/// <param name="Options">Its options, in the order in which values are given without a name.</param>
public sealed record Command(string Name, string Summary, params IReadOnlyList<CommandOption> Options)
{
    /// <summary>An example call: <c>salary hourly</c>.</summary>
    public string? Example { get; init; }
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">One lower-case word: <c>view</c>.</param>
/// <param name="Description">What it means, in a few words.</param>
public sealed record CommandOption(string Name, string Description)
{
    /// <summary>The values to offer; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Further values that are understood but not offered: <c>maths</c> for <c>Mathematics</c>.</summary>
    public IReadOnlyList<string> AlsoReads { get; init; } = [];

    /// <summary>True if any text may be given, so that <see cref="Choices"/> are no more than suggestions.</summary>
    public bool TakesText { get; init; }

    /// <summary>True if the verb makes no sense without it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>A verb as it was called.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Options">The values given, by option name; never empty strings.</param>
/// <param name="Request">The message it came in.</param>
public sealed record CommandCall(Command Command, IReadOnlyDictionary<string, string> Options, Chat.ChatRequest Request)
{
    /// <summary>The option's value, or null if it was not given.</summary>
    public string? this[string option] => Options.GetValueOrDefault(option);
}

/// <summary>Answers one verb. Throwing is for bugs only: what was not found is an ordinary reply.</summary>
public interface ICommandHandler
{
    /// <summary>The reply to a call.</summary>
    Task<Chat.ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken);
}
