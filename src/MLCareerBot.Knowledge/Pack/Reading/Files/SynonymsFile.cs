using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>synonyms.yaml</c>: words read as other words before matching.</summary>
internal sealed class SynonymsFile
{
    private readonly Dictionary<string, Place> _uses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Place> _replaced = new(StringComparer.OrdinalIgnoreCase);

    public Synonym Read(YamlEntry entry)
    {
        var use = entry.Written("use");
        var replaced = entry.Texts("for");
        Take(_uses, entry, use, "has an entry");
        foreach (var word in replaced)
        {
            Take(_replaced, entry, word, "is replaced");
        }

        return new(use.Text, replaced.ToTexts());
    }

    private static void Take(Dictionary<string, Place> taken, YamlEntry entry, Written word, string how)
    {
        if (word.Text.Length > 0 && !taken.TryAdd(word.Text, entry.At(word.Line)))
        {
            entry.Fault(word.Line, $"{Wording.Quote(word.Text)} already {how} at {taken[word.Text]}; keep it in one place.");
        }
    }
}
