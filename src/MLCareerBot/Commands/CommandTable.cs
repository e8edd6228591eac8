using MLCareerBot.Knowledge;

namespace MLCareerBot.Commands;

/// <summary>Every verb the bot knows, in the order in which help lists them.</summary>
public sealed class CommandTable
{
    /// <summary>The root of the verbs that are for everybody: <c>/career salary</c>.</summary>
    public const string Root = "career";

    /// <summary>The root of the verbs that are for admins: <c>/career-admin status</c>.</summary>
    public const string AdminRoot = "career-admin";

    internal const string Ask = "ask";
    internal const string Help = "help";

    private readonly KnowledgeBase _knowledge;
    private readonly List<CommandEntry> _entries;
    private CurrentMenu _current;

    internal CommandTable(IEnumerable<CommandEntry> entries, KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _entries = [.. entries];
        _current = CurrentMenu.For(knowledge.Current, _entries);
    }

    /// <summary>The verbs for everybody.</summary>
    public IReadOnlyList<Command> Commands => Current.Everybody.Shown;

    /// <summary>The verbs for admins; names may be those of other verbs.</summary>
    public IReadOnlyList<Command> AdminCommands => Current.Admins.Shown;

    // Made anew when the pack has changed; two threads that do so at once make the same.
    internal CurrentMenu Current
    {
        get
        {
            var knowledge = _knowledge.Current;
            if (Volatile.Read(ref _current) is var current && current.Knowledge == knowledge)
            {
                return current;
            }

            var made = CurrentMenu.For(knowledge, _entries);
            Volatile.Write(ref _current, made);
            return made;
        }
    }

    /// <summary>The verb for everybody with this name, or null.</summary>
    public Command? Find(string verb) => Current.Everybody.Find(verb);
}
