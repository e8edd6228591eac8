using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>tips.yaml</c>: short things to do today.</summary>
internal static class TipsFile
{
    public static Tip Read(YamlEntry entry) => new(
        entry.Id("id", PackId.Tip),
        entry.Text("text", PackLimits.TipCharacters),
        entry.IdOf(PackId.Topic, "topic"),
        entry.IdOf(PackId.Step, "step"),
        entry.IdOf(PackId.Source, "source"));
}
