using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Commands;

/// <summary>A verb as it was called.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Options">The values given, by option name; never empty strings.</param>
/// <param name="Request">The message it came in.</param>
/// <param name="Knowledge">What the bot knew when it came in: the whole reply goes by that, even if it learns another pack meanwhile.</param>
public sealed record CommandCall(
    Command Command, IReadOnlyDictionary<string, string> Options, ChatRequest Request, KnowledgeEdition Knowledge)
{
    /// <summary>The option's value, or null if it was not given.</summary>
    public string? this[string option] => Options.GetValueOrDefault(option);

    /// <summary>The pack to answer from.</summary>
    public KnowledgePack Pack => Knowledge.Pack;

    /// <summary>True if the asker wants others to see the reply, for verbs that have the option.</summary>
    public bool WantsSharing => this[MenuOptions.ShareName] is "true" or "yes";

    /// <summary>The command line that makes the same call, whatever way this one came: <c>roadmap 2 A</c>.</summary>
    public string Line
    {
        get
        {
            var given = Command.Options.Where(option => !option.NeedsName && this[option.Name] is not null).ToList();
            var values = string.Join(' ', given.Select(option => this[option.Name]));
            var line = IsReadAs(given, values) ? values : string.Join(' ', given.Select(option => $"{option.Name}:{this[option.Name]}"));
            return $"{Command.FullName} {line}".TrimEnd();
        }
    }

    // "faq salary" is a topic, though "salary" is a group as well.
    private bool IsReadAs(List<CommandOption> given, string values) =>
        new OptionReader(Command, knownOnly: false).Read(values) is { } read
        && given.TrueForAll(option => read.GetValueOrDefault(option.Name) == this[option.Name]);
}
