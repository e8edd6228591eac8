using MLCareerBot.Chat;

namespace MLCareerBot.Commands;

/// <summary>What is said when no handler is reached. None of it repeats what was typed.</summary>
internal static class CommandReplies
{
    private const int MostListed = 8;
    private const int Samples = 3;

    public static ChatReply Failed { get; } =
        new("Something went wrong", new ReplyBlock.Paragraph("Sorry, that is my fault and not yours; it has been logged.")) { IsPrivate = true };

    /// <summary>The same for every verb, those we have and those we don't.</summary>
    public static ChatReply ForAdminsOnly { get; } =
        new("For admins only", new ReplyBlock.Paragraph("Only those who administer this place can use that.")) { IsPrivate = true };

    public static ChatReply UnknownVerb(IReadOnlyList<Command> near, bool isAdmin)
    {
        var help = Command.FullNameOf(CommandTable.Help, isAdmin);
        return new("I don't know that command", new ReplyBlock.Paragraph(near.Count > 0
            ? $"Did you mean {OrVerbs(near)}? Questions go after {Quote(CommandTable.Ask)}."
            : $"{Quote(help)} lists what I know, and {Quote(CommandTable.Ask)} takes any question."))
        {
            IsPrivate = true,
            FollowUps = [.. near.Select(To).DefaultIfEmpty(new("What I can do", help))],
        };
    }

    public static ChatReply HalfVerb(IReadOnlyList<Command> group) =>
        new($"How to use {group[0].Name.Split(' ')[0]}", new ReplyBlock.Paragraph($"Say {OrVerbs(group)}."))
        {
            IsPrivate = true,
            FollowUps = [.. group.Take(ChatReply.MaxFollowUps).Select(To)],
        };

    public static ChatReply Usage(Command command) =>
        new($"How to use {command.Name}", new ReplyBlock.Paragraph(command.Options.Count == 0
            ? $"Say {Quote(command.FullName)} with nothing after it."
            : $"{Quote(command.FullName)} {(command.Options.Any(option => option.IsRequired) ? "takes" : "may take")} {And(command.Options.Select(Describe))}, for example {Quote(command.Example ?? command.FullName)}."))
        {
            IsPrivate = true,
        };

    /// <summary>An option and what it takes: <c>view (summary, annual or hourly)</c>.</summary>
    public static string Describe(CommandOption option) => option.Choices switch
    {
        [] => $"{option.Name} ({option.Description})",
        { Count: <= MostListed } => $"{option.Name} ({Or(option.Choices)})",
        _ => $"{option.Name} ({option.Description}, such as {Or(option.Choices.Take(Samples))})",
    };

    public static string Quote(string words) => $"`{words}`";

    // A verb that cannot stand alone is explained instead.
    private static FollowUp To(Command command) => new(
        command.Name,
        command.Options.Any(option => option.IsRequired) ? Command.FullNameOf($"{CommandTable.Help} {command.Name}", command.IsAdmin) : command.FullName);

    private static string OrVerbs(IEnumerable<Command> commands) => Or(commands.Select(command => Quote(command.FullName)));

    private static string Or(IEnumerable<string> words) => List(words, "or");

    private static string And(IEnumerable<string> words) => List(words, "and");

    private static string List(IEnumerable<string> words, string before) => words.ToList() switch
    {
        [.. { Count: > 0 } first, var last] => $"{string.Join(", ", first)} {before} {last}",
        var few => string.Concat(few),
    };
}
