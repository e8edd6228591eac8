namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>One YAML file, or the front matter of one topic, about to be turned into records.</summary>
internal sealed class YamlFile(string path, YamlNode root, PackRegister register)
{
    public PackRegister Register => register;

    public Place At(int line) => new(path, line);

    public void Fault(int line, string message) => register.Faults.Add(At(line), message);

    /// <summary>Reads a file that is a list of entries; null when it is something else.</summary>
    public IReadOnlyList<T>? ReadList<T>(Func<YamlEntry, T> read)
    {
        if (root is YamlNode.List list)
        {
            return YamlEntry.ReadAll(this, list, "entry", read);
        }

        Fault(root.Line, $"This file must be a list of entries, each starting with '- ', and not {root.Name}.");
        return null;
    }

    /// <summary>Reads a file that is one group of fields; null when it is something else.</summary>
    public T? ReadMap<T>(Func<YamlEntry, T> read)
        where T : class
    {
        if (root is YamlNode.Map map)
        {
            return YamlEntry.Read(this, map, read);
        }

        Fault(root.Line, $"This must be fields ('name: value'), one per line, and not {root.Name}.");
        return null;
    }
}
