namespace MLCareerBot.Commands;

/// <summary>A verb people can use, as help texts and platforms' command lists show it.</summary>
/// <param name="Name">A lower-case word, or two where verbs form a group: <c>salary</c>, <c>tips on</c>.</param>
/// <param name="Summary">What it does, in one short sentence.</param>
/// <param name="Options">Its options, in the order in which values are given without a name.</param>
public sealed record Command(string Name, string Summary, params IReadOnlyList<CommandOption> Options)
{
    /// <summary>True for a verb of the root <see cref="CommandTable.AdminRoot"/>: only admins are answered.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>True for what buttons say: understood as a command, and shown to nobody.</summary>
    public bool IsHidden { get; init; }

    /// <summary>True for a verb that reads or writes what is remembered.</summary>
    public bool NeedsStore { get; init; }

    /// <summary>True for a verb that is better filled in than typed: without options it opens a form, on platforms that have forms.</summary>
    public bool OpensForm { get; init; }

    /// <summary>An example call: <c>salary hourly</c>.</summary>
    public string? Example { get; init; }

    /// <summary>The verb as it can be typed anywhere: <c>career-admin status</c>.</summary>
    public string FullName => FullNameOf(Name, IsAdmin);

    internal static string FullNameOf(string name, bool isAdmin) => isAdmin ? $"{CommandTable.AdminRoot} {name}" : name;
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

    /// <summary>Tells values that are not listed by their looks: <c>08:30</c> is a time. No sentence becomes one by accident.</summary>
    public Predicate<string>? Looks { get; init; }

    /// <summary>Values to offer while it is typed, though others are taken too: time zones.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    /// <summary>True for a channel: its value is the platform's id, and platforms let one be picked.</summary>
    public bool IsChannel { get; init; }

    /// <summary>True if the verb makes no sense without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True if typed values count only right behind the name, <c>share:true</c>, so that no sentence gives one by accident.</summary>
    public bool NeedsName { get; init; }
}

/// <summary>Answers one verb. Throwing is for bugs only: what was not found is an ordinary reply.</summary>
public interface ICommandHandler
{
    /// <summary>The reply to a call.</summary>
    Task<Chat.ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken);
}
