using MLCareerBot.Knowledge.Pack.Reading;
using MLCareerBot.Knowledge.Pack.Reading.Files;
using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack;

/// <summary>
/// Reads a folder into a <see cref="KnowledgePack"/>. Nothing that is or is not in the folder makes it throw: the
/// writer gets every fault of every file at once, with file and line.
/// </summary>
public sealed class PackReader
{
    private readonly PackRegister _register = new();
    private readonly PackFolder _folder;

    private PackReader() => _folder = new(_register.Faults);

    /// <summary>Reads the pack in a folder.</summary>
    /// <param name="directory">The folder that holds <c>pack.yaml</c>.</param>
    public static PackReading Read(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var reader = new PackReader();
        var pack = reader._folder.Walk(directory) ? reader.ReadFiles() : null;
        return reader._register.Faults.IsEmpty ? new(pack, []) : new(null, reader._register.Faults.InOrder());
    }

    // Sources come first because a skill's marks are checked against all of them.
    private KnowledgePack ReadFiles()
    {
        var page = ReadMap("pack.yaml", FrontPage.Read, PackId.Source, PackId.Group);
        var facts = ReadMap("facts.yaml", FactsFile.Read, PackId.Fact);
        var pack = new KnowledgePack
        {
            Name = page?.Name ?? "",
            Role = page?.Role ?? "",
            Groups = page?.Groups ?? [],
            Sources = page?.Sources ?? [],
            Topics = ReadTopics(page?.Groups ?? []),
            Intents = ReadList("intents.yaml", IntentsFile.Read, PackId.Intent),
            OutsideSubjects = ReadList("outside.yaml", OutsideFile.Read),
            Facts = facts?.Facts ?? [],
            Views = facts?.Views ?? [],
            Skills = ReadList("skills.yaml", new SkillsFile().Read),
            Roadmap = ReadMap("roadmap.yaml", RoadmapFile.Read, PackId.Step) ?? new([], [], []),
            Comparisons = ReadList("comparisons.yaml", ComparisonsFile.Read),
            Tips = ReadList("tips.yaml", TipsFile.Read),
            Synonyms = ReadList("synonyms.yaml", new SynonymsFile().Read),
            GoldenQuestions = ReadGoldenQuestions(),
        };
        _register.Ids.Check();
        return pack;
    }

    private List<Topic> ReadTopics(IReadOnlyList<TopicGroup> groups)
    {
        var topics = new List<Topic>(_folder.Topics.Count);
        foreach (var (path, file) in _folder.Topics)
        {
            _register.Ids.Give(PackId.Topic, Path.GetFileNameWithoutExtension(path), new(path, 0));
            if (PackText.Read(file, path, _register.Faults) is { } text && TopicFile.Read(path, text, _register) is { } topic)
            {
                topics.Add(topic);
            }
        }

        var order = groups.Select(group => group.Id).ToList();
        return [.. topics.OrderBy(topic => order.IndexOf(topic.Group)).ThenBy(topic => topic.Id, StringComparer.Ordinal)];
    }

    private IReadOnlyList<GoldenQuestion> ReadGoldenQuestions()
    {
        const string name = "tests.tsv";
        return ReadText(name, allowTabs: true) is { } text ? GoldenFile.Read(name, text, _register) : [];
    }

    private IReadOnlyList<T> ReadList<T>(string name, Func<YamlEntry, T> read, params PackId[] gives) =>
        OrGiveUp(OpenYaml(name)?.ReadList(read), gives) ?? [];

    private T? ReadMap<T>(string name, Func<YamlEntry, T> read, params PackId[] gives)
        where T : class => OrGiveUp(OpenYaml(name)?.ReadMap(read), gives);

    private T? OrGiveUp<T>(T? result, PackId[] gives)
        where T : class
    {
        if (result is null)
        {
            Array.ForEach(gives, _register.Ids.GiveUp);
        }

        return result;
    }

    private YamlFile? OpenYaml(string name) =>
        ReadText(name) is { } text && YamlTree.Read(name, text, 0, _register.Faults) is { } root
            ? new(name, root, _register)
            : null;

    private string? ReadText(string name, bool allowTabs = false)
    {
        if (_folder.Find(name) is { } file)
        {
            return PackText.Read(file, name, _register.Faults, allowTabs);
        }

        _register.Faults.Add(new(name, 0), "The file is missing; add it.");
        return null;
    }
}
