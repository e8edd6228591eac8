using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary>A file of <c>topics</c>: YAML between two lines of <c>---</c>, then the answer.</summary>
internal static class TopicFile
{
    private const string Fence = "---";

    /// <summary>The topic, or null when a fault was added that leaves it unread.</summary>
    public static Topic? Read(string path, string text, PackRegister register)
    {
        var lines = text.Split('\n');
        var closing = FindClosingFence(lines);
        if (closing < 0)
        {
            register.Faults.Add(new(path, 1), lines[0].TrimEnd() is Fence
                ? "The front matter is not closed; put a line '---' after its last field."
                : "The front matter is missing; start the file with a line '---', the fields, and another line '---'.");
            return null;
        }

        var answer = AnswerText.Read(path, string.Join('\n', lines[(closing + 1)..]), closing + 1, register.Faults);
        var fields = YamlTree.Read(path, string.Join('\n', lines[1..closing]), 1, register.Faults);
        return fields is null
            ? null
            : new YamlFile(path, fields, register).ReadMap(entry => Read(entry, Path.GetFileNameWithoutExtension(path), answer));
    }

    private static int FindClosingFence(string[] lines) =>
        lines[0].TrimEnd() is Fence ? Array.FindIndex(lines, 1, line => line.TrimEnd() is Fence) : -1;

    private static Topic Read(YamlEntry entry, string id, IReadOnlyList<AnswerBlock> answer) => new()
    {
        Id = id,
        Question = ReadQuestion(entry),
        Group = entry.IdOf(PackId.Group, "group"),
        Phrasings = entry.Phrasings(PackLimits.LeastPhrasings),
        Sources = entry.IdsOf(PackId.Source, "sources"),
        Related = ReadRelated(entry, id),
        FollowUps = entry.OptionalTexts("follow-ups").ToTexts(),
        Reviewed = entry.Date("reviewed"),
        Answer = answer,
    };

    private static string ReadQuestion(YamlEntry entry)
    {
        var (text, line) = entry.Written("question");
        if (text.Length > 0)
        {
            entry.Register.Phrasings.Add(text, entry.At(line));
        }

        return text;
    }

    private static IReadOnlyList<string> ReadRelated(YamlEntry entry, string id)
    {
        var related = entry.IdsOf(PackId.Topic, "related", PackLimits.MostRelated);
        if (related.Contains(id, StringComparer.Ordinal))
        {
            entry.Fault(entry.LineOf("related"), $"The topic is related to itself; take {Wording.Quote(id)} out of 'related'.");
        }

        return related;
    }
}
