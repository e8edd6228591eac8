namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>Fields that are ids or phrasings: noted for the checks over the whole pack as they are read.</summary>
internal static class YamlEntryIds
{
    /// <summary>The entry's own id.</summary>
    public static string Id(this YamlEntry entry, string name, PackId kind)
    {
        var written = entry.Written(name);
        if (written.Text.Length > 0)
        {
            entry.Register.Ids.Give(kind, written.Text, entry.At(written.Line));
        }

        return written.Text;
    }

    /// <summary>The id of something else.</summary>
    public static string IdOf(this YamlEntry entry, PackId kind, string name) =>
        Mention(entry, kind, entry.Written(name));

    public static string? OptionalIdOf(this YamlEntry entry, PackId kind, string name) =>
        entry.OptionalWritten(name) is { } written ? Mention(entry, kind, written) : null;

    public static IReadOnlyList<string> IdsOf(this YamlEntry entry, PackId kind, string name, int most = int.MaxValue) =>
        Mention(entry, kind, entry.Texts(name, 1, most));

    public static IReadOnlyList<string> OptionalIdsOf(this YamlEntry entry, PackId kind, string name) =>
        Mention(entry, kind, entry.OptionalTexts(name));

    /// <summary>So many ways to say the same, none of which may be said elsewhere in the pack.</summary>
    public static IReadOnlyList<string> Phrasings(this YamlEntry entry, int least)
    {
        var phrasings = entry.Texts("phrasings", least);
        foreach (var (text, line) in phrasings)
        {
            entry.Register.Phrasings.Add(text, entry.At(line));
        }

        return phrasings.ToTexts();
    }

    public static IReadOnlyList<string> ToTexts(this IReadOnlyList<Written> written)
    {
        var texts = new string[written.Count];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = written[index].Text;
        }

        return texts;
    }

    private static IReadOnlyList<string> Mention(YamlEntry entry, PackId kind, IReadOnlyList<Written> ids)
    {
        foreach (var id in ids)
        {
            Mention(entry, kind, id);
        }

        return ids.ToTexts();
    }

    private static string Mention(YamlEntry entry, PackId kind, Written id)
    {
        if (id.Text.Length > 0)
        {
            entry.Register.Ids.Mention(id.Text, entry.At(id.Line), kind);
        }

        return id.Text;
    }
}
