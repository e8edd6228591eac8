using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>roadmap.yaml</c>: the ways into the career.</summary>
internal static class RoadmapFile
{
    public static Roadmap Read(YamlEntry entry) => new(
        entry.Entries("paths", ReadPath),
        entry.Texts("agreement", least: 0).ToTexts(),
        entry.Entries("durations", ReadDuration, mayBeEmpty: true));

    private static RoadmapPath ReadPath(YamlEntry entry) => new(
        entry.IdOf(PackId.Source, "source"),
        entry.Text("title"),
        entry.Entries("steps", ReadStep));

    private static RoadmapStep ReadStep(YamlEntry entry) => new(
        entry.Id("id", PackId.Step),
        entry.Text("title"),
        entry.Text("text"),
        entry.IdOf(PackId.Topic, "topic"));

    private static PhaseDuration ReadDuration(YamlEntry entry) => new(
        entry.Text("phase"),
        entry.Text("time"),
        entry.IdOf(PackId.Source, "source"),
        entry.Flag("derived"));
}
