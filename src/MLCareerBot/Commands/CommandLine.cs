using System.Buffers;
using MLCareerBot.Chat;

namespace MLCareerBot.Commands;

/// <summary>
/// Reads a message as a call. In plain words a verb counts only if the rest fits it word by word ("salary hourly");
/// anything else is a question ("salary for beginners?"). A slash command is never a question by accident.
/// </summary>
internal static class CommandLine
{
    private const string Root = "/career";

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    public static CommandReading Read(ChatRequest request, CommandTable table)
    {
        var text = request.Text.Trim();
        var isCommand = request.IsCommand || text.StartsWith('/');
        text = WithoutRoot(text);
        if (text.Length == 0)
        {
            return Call(table, CommandTable.Help, [], request);
        }

        var end = text.AsSpan().IndexOfAny(Blanks);
        var (verb, rest) = end < 0 ? (text, "") : (text[..end], text[end..].TrimStart());
        if (table.Find(verb.TrimEnd('?', '!', '.')) is not { } command)
        {
            return isCommand ? new CommandReading.UnknownVerb(verb) : Question(table, text, request);
        }

        var isPlain = !isCommand && rest.Length > 0 && !NamesOption(rest, command);
        return new OptionReader(command, knownOnly: isPlain).Read(rest) switch
        {
            { } options => new CommandReading.Call(new(command, options, request)),
            null when isPlain => Question(table, text, request),
            null => new CommandReading.WrongOptions(command),
        };
    }

    // "salary view:nope" is meant as a command, whatever its value.
    private static bool NamesOption(string rest, Command command) =>
        command.Options.Any(option => rest.StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase));

    // "/career salary", "/salary" and "salary" are the same call.
    private static string WithoutRoot(string text)
    {
        var hasRoot = text.StartsWith(Root, StringComparison.OrdinalIgnoreCase)
            && (text.Length == Root.Length || char.IsWhiteSpace(text[Root.Length]));
        return (hasRoot ? text[Root.Length..] : text.TrimStart('/')).Trim();
    }

    private static CommandReading.Call Question(CommandTable table, string text, ChatRequest request) =>
        Call(table, CommandTable.Ask, new(StringComparer.Ordinal) { ["question"] = text }, request);

    private static CommandReading.Call Call(
        CommandTable table, string verb, Dictionary<string, string> options, ChatRequest request) =>
        new(new CommandCall(
            table.Find(verb) ?? throw new InvalidOperationException($"The command table has no '{verb}'."), options, request));
}
