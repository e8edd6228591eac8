using MLCareerBot.Chat;

namespace MLCareerBot.Commands;

/// <summary>A verb whose options are asked for in a form, on platforms that have forms.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Given">The values that are known already, by option name.</param>
public sealed record CommandForm(Command Command, IReadOnlyDictionary<string, string> Given)
{
    /// <summary>The options to ask for.</summary>
    public IReadOnlyList<CommandOption> Asked => [.. Command.Options.Where(option => !Given.ContainsKey(option.Name))];

    /// <summary>The line that it stands for.</summary>
    public string Line => string.Join(' ', [Command.FullName, .. Given.Select(given => $"{given.Key}:{given.Value}")]);

    /// <summary>The form that a line stands for, <c>remark topic:salary</c>; null for any other line, and for verbs that take no form.</summary>
    /// <param name="line">A command line whose values all have names and no blanks.</param>
    /// <param name="table">The verbs.</param>
    public static CommandForm? Read(string line, CommandTable table)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(table);
        var words = line.Trim();
        var isAdmin = words.StartsWith($"{CommandTable.AdminRoot} ", StringComparison.OrdinalIgnoreCase);
        var root = isAdmin ? table.Current.Admins : table.Current.Everybody;
        return root.Take(isAdmin ? words[CommandTable.AdminRoot.Length..].TrimStart() : words) is ({ OpensForm: true } command, var after) && GivenIn(after, command) is { } given
            ? new(command, given)
            : null;
    }

    /// <summary>The request that the form makes once it is filled in.</summary>
    /// <param name="address">Where.</param>
    /// <param name="user">Whose.</param>
    /// <param name="fields">What was filled in, by option name.</param>
    public ChatRequest ToRequest(ChatAddress address, ChatUser user, IReadOnlyDictionary<string, string> fields) => new(address, user, Command.Name)
    {
        IsCommand = true,
        IsAdminCommand = Command.IsAdmin,
        Options = Asked.Where(option => fields.ContainsKey(option.Name)).Select(option => KeyValuePair.Create(option.Name, fields[option.Name]))
            .Concat(Given)
            .ToDictionary(StringComparer.Ordinal),
    };

    private static Dictionary<string, string>? GivenIn(string text, Command command)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Split(':', 2) is not [var name, { Length: > 0 } value] || command.Options.All(option => option.Name != name) || !given.TryAdd(name, value))
            {
                return null;
            }
        }

        return given;
    }
}
