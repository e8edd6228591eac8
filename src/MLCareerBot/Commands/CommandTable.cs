using MLCareerBot.Knowledge;

namespace MLCareerBot.Commands;

/// <summary>Every verb the bot knows, in the order in which help lists them.</summary>
public sealed class CommandTable
{
    internal const string Ask = "ask";
    internal const string Help = "help";

    private const int MostGuesses = 3;

    private readonly Dictionary<string, Command> _byName;

    internal CommandTable(IEnumerable<CommandEntry> entries, KnowledgeBase knowledge)
    {
        var menu = entries.ToList();
        var options = new MenuOptions(knowledge.Pack, [.. menu.Select(entry => entry.Name)]);
        Commands = [.. menu.Select(entry => entry.For(options))];
        _byName = Commands.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The verbs.</summary>
    public IReadOnlyList<Command> Commands { get; }

    /// <summary>The verb with this name, or null.</summary>
    public Command? Find(string verb) => _byName.GetValueOrDefault(verb);

    /// <summary>The verbs that look most like a mistyped one, best first.</summary>
    internal IReadOnlyList<Command> Near(string verb) =>
        [.. NearName.Guess(verb, _byName.Keys, MostGuesses).Select(name => _byName[name])];
}
