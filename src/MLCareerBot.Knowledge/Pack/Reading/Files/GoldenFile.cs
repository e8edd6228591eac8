namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>tests.tsv</c>: questions whose outcome must stay as it is.</summary>
internal static class GoldenFile
{
    private const string Header = "expect\tkind\tafter\tquestion";
    private const string NotAnswered = "-";

    private static readonly PackId[] Answering = [PackId.Topic, PackId.Intent];

    public static IReadOnlyList<GoldenQuestion> Read(string path, string text, PackRegister register)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() is not Header)
        {
            register.Faults.Add(new(path, 1), "The first line must be the header: expect, kind, after, question, separated by tabs.");
        }

        var questions = new List<GoldenQuestion>(lines.Length);
        for (var index = 1; index < lines.Length; index++)
        {
            if (!string.IsNullOrWhiteSpace(lines[index]) && ReadLine(lines[index], new(path, index + 1), register) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private static GoldenQuestion? ReadLine(string line, Place place, PackRegister register)
    {
        if (line.Split('\t', StringSplitOptions.TrimEntries) is not [var expect, var kind, var after, var question])
        {
            register.Faults.Add(place, $"This line has {Wording.Count(line.Count(character => character == '\t') + 1, "column")}; write four, separated by tabs: expect, kind, after (may be empty), question.");
            return null;
        }

        RefuseEmpty("expect", expect, place, register);
        RefuseEmpty("kind", kind, place, register);
        RefuseEmpty("question", question, place, register);
        return new(question, after.Length == 0 ? null : after, ReadExpect(expect, place, register), kind, place.Line);
    }

    private static void RefuseEmpty(string column, string text, Place place, PackRegister register)
    {
        if (text.Length == 0)
        {
            register.Faults.Add(place, $"The column '{column}' is empty; fill it in.");
        }
    }

    private static List<string> ReadExpect(string expect, Place place, PackRegister register)
    {
        var ids = new List<string>();
        foreach (var id in expect.Split('|', StringSplitOptions.TrimEntries))
        {
            if (id is not (NotAnswered or ""))
            {
                register.Ids.Mention(id, place, Answering);
            }

            ids.Add(id is NotAnswered ? "" : id);
        }

        return ids;
    }
}
