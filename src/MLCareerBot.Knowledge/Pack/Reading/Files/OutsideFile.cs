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
        Allow = ReadAllow(entry),
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

    // A request for a feature is let through by the same list as a topic.
    private static IReadOnlyList<string> ReadAllow(YamlEntry entry)
    {
        var ids = entry.OptionalTexts("allow");
        foreach (var (text, line) in ids)
        {
            entry.Register.Ids.Mention(text, entry.At(line), PackId.Topic, PackId.Intent);
        }

        return ids.ToTexts();
    }
}
