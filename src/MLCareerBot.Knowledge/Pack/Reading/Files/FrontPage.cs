using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>pack.yaml</c>: what the pack is about, its groups and its sources.</summary>
internal sealed record FrontPage(string Name, string Role, IReadOnlyList<TopicGroup> Groups, IReadOnlyList<Source> Sources)
{
    public static FrontPage Read(YamlEntry entry) => new(
        entry.Text("name"),
        entry.Text("role"),
        entry.Entries("groups", ReadGroup),
        entry.Entries("sources", ReadSource));

    private static TopicGroup ReadGroup(YamlEntry entry) => new(entry.Id("id", PackId.Group), entry.Text("title"));

    private static Source ReadSource(YamlEntry entry) => new(
        entry.Id("id", PackId.Source),
        entry.Text("title"),
        entry.Text("date"),
        entry.Text("covers"),
        entry.Text("lacks"));
}
