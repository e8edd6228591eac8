using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>outside.yaml</c>: neighbouring subjects on which the sources are silent.</summary>
internal static class OutsideFile
{
    public static OutsideSubject Read(YamlEntry entry) => new()
    {
        Id = entry.Id("id", PackId.Outside),
        Subject = entry.Text("subject"),
        Says = entry.OptionalText("says"),
        Nearest = entry.IdsOf(PackId.Topic, "nearest", PackLimits.MostNearest),
        Terms = ReadTerms(entry, "terms"),
        Unless = ReadTerms(entry, "unless"),
        Allow = ReadIds(entry, "allow"),
        Blocks = ReadBlocks(entry),
        Phrasings = entry.Phrasings(PackLimits.LeastOutsidePhrasings),
    };

    private static IReadOnlyList<string> ReadTerms(YamlEntry entry, string name)
    {
        var terms = entry.OptionalTexts(name);
        foreach (var (text, line) in terms)
        {
            if (text.Any(char.IsUpper))
            {
                entry.Fault(line, $"{Wording.Quote(text)} has capitals; write what is listed in '{name}' in lower case.");
            }
        }

        return terms.ToTexts();
    }

    private static IReadOnlyList<string> ReadBlocks(YamlEntry entry)
    {
        var blocks = ReadIds(entry, "blocks");
        if (blocks.Count > 0 && entry.OptionalTexts("allow").Count > 0)
        {
            entry.Fault(entry.LineOf("blocks"), "A subject has either 'allow' or 'blocks'; take one of them out.");
        }

        return blocks;
    }

    // A request for a feature can be let through or held back like a topic.
    private static IReadOnlyList<string> ReadIds(YamlEntry entry, string name)
    {
        var ids = entry.OptionalTexts(name);
        foreach (var (text, line) in ids)
        {
            entry.Register.Ids.Mention(text, entry.At(line), PackId.Topic, PackId.Intent);
        }

        return ids.ToTexts();
    }
}
