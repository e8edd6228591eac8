using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>comparisons.yaml</c>: the role beside its neighbours.</summary>
internal static class ComparisonsFile
{
    public static Comparison Read(YamlEntry entry) => new(
        entry.Id("role", PackId.Role),
        entry.Text("name"),
        entry.IdOf(PackId.Topic, "topic"),
        entry.Entries("rows", ReadRow));

    private static ComparisonRow ReadRow(YamlEntry entry) => new(
        entry.Text("aspect"),
        entry.Text("ours"),
        entry.Text("theirs"),
        ReadSources(entry));

    // Shown as written, so it may name several: B, C.
    private static string ReadSources(YamlEntry entry)
    {
        var (text, line) = entry.Written("source");
        foreach (var id in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            entry.Register.Ids.Mention(id, entry.At(line), PackId.Source);
        }

        return text;
    }
}
