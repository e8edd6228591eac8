using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>facts.yaml</c>: figures, and the views that show them.</summary>
internal sealed record FactsFile(IReadOnlyList<Fact> Facts, IReadOnlyList<FactView> Views)
{
    public static FactsFile Read(YamlEntry entry)
    {
        var views = new HashSet<string>(StringComparer.Ordinal);
        return new(
            entry.Entries("facts", ReadFact, mayBeEmpty: true),
            entry.Entries("views", view => ReadView(view, views), mayBeEmpty: true));
    }

    private static Fact ReadFact(YamlEntry entry) => new()
    {
        Id = entry.Id("id", PackId.Fact),
        Name = entry.Text("name"),
        Value = entry.Text("value"),
        Statistic = entry.Text("statistic"),
        Country = entry.Text("country"),
        Currency = ReadCurrency(entry),
        Period = entry.Text("period"),
        AsOf = entry.DateOrUndated("as-of"),
        Source = entry.IdOf(PackId.Source, "source"),
        Attribution = entry.OptionalText("attribution"),
        Not = entry.Text("not"),
        Volatile = entry.Flag("volatile"),
    };

    private static string ReadCurrency(YamlEntry entry)
    {
        var (text, line) = entry.Written("currency");
        var isCode = text.Length == 3 && text.All(char.IsAsciiLetterUpper);
        if (!isCode && text is not ("" or "none" or "not stated"))
        {
            entry.Fault(line, $"'currency' must be a code like USD, none or not stated, and not {Wording.Quote(text)}.");
        }

        return text;
    }

    private static FactView ReadView(YamlEntry entry, HashSet<string> views)
    {
        var view = new FactView(
            entry.Choice("verb", "salary", "outlook"),
            entry.Name("name"),
            entry.Text("title"),
            entry.OptionalIdsOf(PackId.Fact, "facts"),
            entry.OptionalIdOf(PackId.Topic, "topic"));
        if (view.Facts.Count == 0 && view.Topic is null)
        {
            entry.Fault(entry.Line, "The view has neither 'facts' nor 'topic'; add what it shows.");
        }

        if (!views.Add($"{view.Verb} {view.Name}"))
        {
            entry.Fault(entry.Line, $"The view {Wording.Quote($"{view.Verb} {view.Name}")} is there twice; keep one.");
        }

        return view;
    }
}
