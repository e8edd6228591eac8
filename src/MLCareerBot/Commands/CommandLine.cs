using MLCareerBot.Chat;

namespace MLCareerBot.Commands;

/// <summary>
/// Reads a message as a call. In plain words a verb counts only if the rest fits it word by word ("salary hourly");
/// anything else is a question ("salary for beginners?"). A slash command is never a question by accident.
/// </summary>
internal sealed class CommandLine
{
    private readonly ChatRequest _request;
    private readonly CurrentMenu _menu;
    private readonly CommandRoot _root;
    private readonly bool _isAdmin;
    private readonly bool _isCommand;
    private readonly string _text;

    private CommandLine(ChatRequest request, CurrentMenu menu)
    {
        (_request, _menu) = (request, menu);
        var typed = request.Text.Trim();
        var text = typed.TrimStart('/');
        var behindAdmin = Behind(CommandTable.AdminRoot, text);
        _isAdmin = request.IsAdminCommand || behindAdmin is not null;
        _isCommand = _isAdmin || request.IsCommand || request.Options is not null || text.Length < typed.Length;
        _root = _isAdmin ? menu.Admins : menu.Everybody;
        _text = behindAdmin ?? (text.Length < typed.Length ? Behind(CommandTable.Root, text) : null) ?? text.TrimStart();
    }

    public static CommandReading Read(ChatRequest request, CommandTable table) => new CommandLine(request, table.Current).Read();

    private CommandReading Read()
    {
        var text = _text.Length > 0 ? _text : CommandTable.Help;
        return _request.Options is { } fields ? ReadFields(text, fields) : ReadText(text);
    }

    private CommandReading ReadFields(string verb, IReadOnlyDictionary<string, string> fields) =>
        _root.Find(verb) is not { } command ? NoVerb(verb)
        : OptionFields.Read(command, fields) is { } options ? Call(command, options)
        : new CommandReading.WrongOptions(command);

    private CommandReading ReadText(string text)
    {
        if (_root.Take(text) is not var (command, rest) || (command.IsHidden && !_isCommand))
        {
            return NoVerb(text);
        }

        var isPlain = !_isCommand && rest.Length > 0 && !NamesOption(rest, command) && !GivesNumber(rest, command);
        return new OptionReader(command, knownOnly: isPlain).Read(rest) switch
        {
            { } options => Call(command, options),
            null when isPlain => Question(text),
            null => new CommandReading.WrongOptions(command),
        };
    }

    private CommandReading NoVerb(string text) =>
        _root.Group(text) is { Count: > 0 } group ? new CommandReading.HalfVerb(group)
        : _isCommand ? new CommandReading.UnknownVerb(_root.Near(text), _isAdmin)
        : Question(text);

    private CommandReading.Call Question(string text)
    {
        var ask = _menu.Everybody.Find(CommandTable.Ask) ?? throw new InvalidOperationException("The menu has no verb for questions.");
        return Call(ask, new Dictionary<string, string>(StringComparer.Ordinal) { ["question"] = text });
    }

    private CommandReading.Call Call(Command command, IReadOnlyDictionary<string, string> options) =>
        new(new CommandCall(command, options, _request, _menu.Knowledge));

    // "salary view:nope" is meant as a command, whatever its value.
    private static bool NamesOption(string rest, Command command) =>
        command.Options.Any(option => rest.StartsWith($"{option.Name}:", StringComparison.OrdinalIgnoreCase));

    // So is "tips on 25:99": no question begins with a verb of two words and has a number in it.
    private static bool GivesNumber(string rest, Command command) =>
        command.Name.Contains(' ', StringComparison.Ordinal) && rest.AsSpan().ContainsAnyInRange('0', '9');

    // What stands behind a root: "/career salary" and "salary" are the same call. Null where the text begins otherwise.
    private static string? Behind(string root, string text) =>
        text.StartsWith(root, StringComparison.OrdinalIgnoreCase) && (text.Length == root.Length || char.IsWhiteSpace(text[root.Length]))
            ? text[root.Length..].TrimStart()
            : null;
}
