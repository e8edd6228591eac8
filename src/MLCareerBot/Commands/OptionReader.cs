namespace MLCareerBot.Commands;

/// <summary>
/// Reads the words after a verb: <c>view:hourly</c> by name, <c>hourly</c> by position. A word goes to the first open
/// option that knows it; if some word is known to none, all go to the option that takes free text.
/// </summary>
/// <param name="command">The verb.</param>
/// <param name="knownOnly">True if options with choices take nothing but their choices.</param>
internal sealed class OptionReader(Command command, bool knownOnly)
{
    private const int LongestName = 8;

    /// <summary>Beyond this a message is text, and looking for names in it would only cost time.</summary>
    private const int MostWords = 50;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The values by option name, or null if the words don't fit the verb.</summary>
    public IReadOnlyDictionary<string, string>? Read(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Fits(words) || IsAllText(words) ? _values : null;
    }

    private bool Fits(string[] words) =>
        ReadNamed(words, out var rest)
        && (ReadKnown(rest) || ReadText(rest))
        && command.Options.All(option => !option.IsRequired || _values.ContainsKey(option.Name));

    // "ask is this a question: yes or no" names no option; "ask share:true" does, and asks nothing.
    private bool IsAllText(string[] words)
    {
        _values.Clear();
        return command.Options is [{ TakesText: true, Choices.Count: 0, Looks: null } first, ..]
            && !Array.TrueForAll(words, word => OptionNamedBy(word) is { NeedsName: true })
            && TakeText(first, words);
    }

    private bool ReadNamed(string[] words, out List<string> rest)
    {
        rest = [];
        var index = 0;
        while (index < words.Length)
        {
            if (OptionNamedBy(words[index]) is not { } option)
            {
                rest.Add(words[index++]);
                continue;
            }

            var value = words[index][(option.Name.Length + 1)..];
            var end = Array.FindIndex(words, index + 1, word => OptionNamedBy(word) is not null);
            string[] following = words[(index + 1)..(end < 0 ? words.Length : end)];
            string[] given = value.Length > 0 ? [value, .. following] : following;
            index += 1 + following.Length;
            if (_values.ContainsKey(option.Name) || !TakeNamed(option, given, rest))
            {
                return false;
            }
        }

        return true;
    }

    // A choice takes its own words and leaves the others to their own options; free text takes all.
    private bool TakeNamed(CommandOption option, string[] given, List<string> rest)
    {
        if (Longest(option, given, 0) is (var length, var choice) && (length == given.Length || option.Looks is not null || !TakesAnything(option)))
        {
            _values[option.Name] = choice;
            rest.AddRange(given[length..]);
            return true;
        }

        return TakesAnything(option) && TakeText(option, given);
    }

    // Every word goes to the first open option that knows it; a word that none knows spoils it all.
    private bool ReadKnown(List<string> words)
    {
        if (words.Count > MostWords)
        {
            return false;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < words.Count;)
        {
            var (option, length, choice) = command.Options
                .Where(option => !option.NeedsName && !_values.ContainsKey(option.Name) && !found.ContainsKey(option.Name))
                .Select(option => Longest(option, words, index) is (var length, var choice) ? (option, length, choice) : default)
                .FirstOrDefault(match => match.length > 0);
            if (length == 0)
            {
                return false;
            }

            found[option.Name] = choice;
            index += length;
        }

        foreach (var (name, value) in found)
        {
            _values[name] = value;
        }

        return true;
    }

    // A choice inside a sentence is a part of the sentence: "faq what does the future hold".
    private bool ReadText(List<string> words) =>
        command.Options.FirstOrDefault(option => TakesAnything(option) && option.Looks is null && !_values.ContainsKey(option.Name)) is { } option
        && TakeText(option, words);

    private bool TakeText(CommandOption option, IReadOnlyList<string> words)
    {
        _values[option.Name] = string.Join(' ', words);
        return words.Count > 0;
    }

    private bool TakesAnything(CommandOption option) => option.TakesText && !(knownOnly && (option.Choices.Count > 0 || option.Looks is not null));

    // "should I share: yes or no" asks; only "share:yes" in one word says.
    private CommandOption? OptionNamedBy(string word) => command.Options.FirstOrDefault(option =>
        word.Length > option.Name.Length + (option.NeedsName ? 1 : 0)
        && word[option.Name.Length] == ':'
        && word.StartsWith(option.Name, StringComparison.OrdinalIgnoreCase));

    // The choice made of most words from here on: "deep learning" before "deep".
    private static (int Length, string Choice)? Longest(CommandOption option, IReadOnlyList<string> words, int index)
    {
        if (option is { Choices.Count: 0, Looks: null })
        {
            return null;
        }

        for (var length = Math.Min(LongestName, words.Count - index); length > 0; length--)
        {
            var phrase = string.Join(' ', words.Skip(index).Take(length));
            if (option.Looks is { } looks && looks(phrase))
            {
                return (length, phrase);
            }

            if (NearName.Find(phrase, option.Choices.Concat(option.AlsoReads)) is { } choice)
            {
                return (length, choice);
            }
        }

        return null;
    }
}
