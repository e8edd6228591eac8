namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>
/// One group of fields while they are taken out. Whatever is wrong is noted and replaced by something harmless, so
/// that reading goes on and finds the other faults; the pack is not handed out when there is one.
/// </summary>
internal sealed class YamlEntry
{
    private readonly YamlFile _file;
    private readonly YamlNode.Map _map;
    private readonly List<string> _known = [];

    private YamlEntry(YamlFile file, YamlNode.Map map) => (_file, _map) = (file, map);

    public PackRegister Register => _file.Register;

    /// <summary>Line of the first field.</summary>
    public int Line => _map.Line;

    /// <summary>Reads a group of fields, and complains of those that nobody asked for.</summary>
    public static T Read<T>(YamlFile file, YamlNode.Map map, Func<YamlEntry, T> read)
    {
        var entry = new YamlEntry(file, map);
        var result = read(entry);
        entry.RefuseUnknownFields();
        return result;
    }

    /// <summary>Reads a list of such groups.</summary>
    public static IReadOnlyList<T> ReadAll<T>(YamlFile file, YamlNode.List list, string name, Func<YamlEntry, T> read)
    {
        var results = new List<T>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (item is YamlNode.Map map)
            {
                results.Add(Read(file, map, read));
            }
            else
            {
                file.Fault(item.Line, $"Each {name} must be a group of fields ('- name: value'), and not {item.Name}.");
            }
        }

        return results;
    }

    public Place At(int line) => _file.At(line);

    public void Fault(int line, string message) => _file.Fault(line, message);

    public string Text(string name) => Written(name).Text;

    public string? OptionalText(string name) => OptionalWritten(name)?.Text;

    /// <summary>A required text, empty after a fault.</summary>
    public Written Written(string name) =>
        Require(name) is { } field ? YamlText.Read(_file, field.Value, $"'{name}'", field.Line) : new("", Line);

    public Written? OptionalWritten(string name) =>
        Find(name) is { } field ? YamlText.Read(_file, field.Value, $"'{name}'", field.Line) : null;

    /// <summary>A required list of so many texts, none of them twice.</summary>
    public IReadOnlyList<Written> Texts(string name, int least = 1, int most = int.MaxValue)
    {
        if (Require(name) is not { } field)
        {
            return [];
        }

        var texts = YamlText.ReadAll(_file, field);
        if (field.Value is YamlNode.List list && (list.Items.Count < least || list.Items.Count > most))
        {
            Fault(field.Line, $"'{name}' has {Wording.Count(list.Items.Count, "item")}; {(list.Items.Count < least ? $"write {least} or more" : $"keep {most} at most")}.");
        }

        return texts;
    }

    public IReadOnlyList<Written> OptionalTexts(string name) => Find(name) is { } field ? YamlText.ReadAll(_file, field) : [];

    /// <summary>A list of groups of fields.</summary>
    public IReadOnlyList<T> Entries<T>(string name, Func<YamlEntry, T> read, bool mayBeEmpty = false)
    {
        if (Require(name) is not { } field)
        {
            return [];
        }

        if (field.Value is not YamlNode.List list)
        {
            Fault(field.Line, $"'{name}' must be a list, one item per line after '- ', and not {field.Value.Name}.");
            return [];
        }

        if (list.Items.Count == 0 && !mayBeEmpty)
        {
            Fault(field.Line, $"'{name}' is an empty list; add an item.");
        }

        return ReadAll(_file, list, $"item of '{name}'", read);
    }

    /// <summary>A group of texts whose names are not fixed, such as one per source; empty where it is not written.</summary>
    public IEnumerable<(Written Name, Written Value)> Pairs(string name)
    {
        if (Find(name) is not { } field)
        {
            yield break;
        }

        if (field.Value is not YamlNode.Map map)
        {
            Fault(field.Line, $"'{name}' must be a group of fields like {{ A: ... }}, and not {field.Value.Name}.");
            yield break;
        }

        foreach (var pair in map.Fields)
        {
            yield return (new(pair.Name, pair.Line), YamlText.Read(_file, pair.Value, $"{Wording.Quote(pair.Name)} of '{name}'", pair.Line));
        }
    }

    /// <summary>Line of a field, or of the entry where it is missing.</summary>
    public int LineOf(string name) => Find(name)?.Line ?? Line;

    private YamlField? Require(string name)
    {
        var field = Find(name);
        if (field is null)
        {
            Fault(Line, $"The field '{name}' is missing here; add it.");
        }

        return field;
    }

    private YamlField? Find(string name)
    {
        if (!_known.Contains(name))
        {
            _known.Add(name);
        }

        return _map.Fields.Find(field => field.Name.Equals(name, StringComparison.Ordinal));
    }

    private void RefuseUnknownFields()
    {
        foreach (var field in _map.Fields)
        {
            if (!_known.Contains(field.Name))
            {
                var advice = NearestWord.Find(field.Name, _known) is { } nearest ? $"did you mean '{nearest}'?" : "take it out.";
                Fault(field.Line, $"There is no field {Wording.Quote(field.Name)} here; {advice}");
            }
        }
    }
}
