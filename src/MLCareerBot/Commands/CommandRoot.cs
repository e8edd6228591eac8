using System.Buffers;

namespace MLCareerBot.Commands;

/// <summary>The verbs of one root: those of everybody, or those of admins. Where verbs form a group, a name has two words.</summary>
internal sealed class CommandRoot
{
    private const int MostGuesses = 3;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    private readonly Dictionary<string, Command> _byName;

    public CommandRoot(IEnumerable<Command> commands)
    {
        _byName = commands.ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
        Shown = [.. _byName.Values.Where(command => !command.IsHidden)];
    }

    /// <summary>The verbs that people are told of, in the menu's order.</summary>
    public IReadOnlyList<Command> Shown { get; }

    /// <summary>The verb with this name, or null.</summary>
    public Command? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The verb that a text begins with, the longest that fits, and what follows it; or null.</summary>
    public (Command Command, string After)? Take(string text)
    {
        var (first, after) = Cut(text);
        var (second, rest) = Cut(after);
        return Find($"{first} {Bare(second)}") is { } two ? (two, rest)
            : Find(Bare(first)) is { } one ? (one, after)
            : null;
    }

    /// <summary>The verbs whose first word of two this is.</summary>
    public IReadOnlyList<Command> Group(string word) => [.. Shown.Where(command => Cut(command.Name) is (var first, { Length: > 0 })
        && first.Equals(Bare(word), StringComparison.OrdinalIgnoreCase))];

    /// <summary>The verbs that look most like what a text begins with, best first.</summary>
    public IReadOnlyList<Command> Near(string text)
    {
        var (first, after) = Cut(text);
        var second = Cut(after).Word;
        var firstWords = Shown.Select(command => Cut(command.Name).Word).Distinct(StringComparer.Ordinal);
        return [.. NearName.Guess(first, firstWords, MostGuesses).SelectMany(word => NearIn(word, second)).Take(MostGuesses)];
    }

    // Of a group those whose second word is near, and all of it where none is.
    private IEnumerable<Command> NearIn(string word, string second)
    {
        var group = Group(word);
        var near = second.Length > 0 ? NearName.Guess(second, group.Select(command => Cut(command.Name).After), MostGuesses) : [];
        return near.Count > 0 ? near.Select(name => _byName[$"{word} {name}"])
            : Find(word) is { } alone ? group.Prepend(alone)
            : group;
    }

    private static (string Word, string After) Cut(string text)
    {
        var end = text.AsSpan().IndexOfAny(Blanks);
        return end < 0 ? (text, "") : (text[..end], text[end..].TrimStart());
    }

    private static string Bare(string word) => word.TrimEnd('?', '!', '.');
}
