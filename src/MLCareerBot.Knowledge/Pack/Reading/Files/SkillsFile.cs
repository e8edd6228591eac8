using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>skills.yaml</c>: the rows of the skills matrix.</summary>
internal sealed class SkillsFile
{
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    public Skill Read(YamlEntry entry)
    {
        var id = entry.Id("id", PackId.Skill);
        var name = entry.Written("name");
        return new()
        {
            Id = id,
            Name = name.Text,
            Group = entry.Text("group"),
            Aliases = ReadAliases(entry, id, name),
            Marks = ReadMarks(entry),
            Notes = ReadNotes(entry),
            About = entry.Text("about"),
            Learn = entry.OptionalText("learn"),
            Topic = entry.IdOf(PackId.Topic, "topic"),
        };
    }

    // A name that stands for two skills would find only one of them.
    private IReadOnlyList<string> ReadAliases(YamlEntry entry, string id, Written name)
    {
        var aliases = entry.OptionalTexts("aliases");
        foreach (var (text, line) in aliases.Prepend(name))
        {
            if (text.Length > 0 && !_names.TryAdd(text, id) && !_names[text].Equals(id, StringComparison.Ordinal))
            {
                entry.Fault(line, $"{Wording.Quote(text)} is already a name of the skill {Wording.Quote(_names[text])}; keep it in one place.");
            }
        }

        return aliases.ToTexts();
    }

    private static Dictionary<string, SkillMark> ReadMarks(YamlEntry entry)
    {
        var marks = new Dictionary<string, SkillMark>(StringComparer.Ordinal);
        foreach (var (source, mark) in entry.Pairs("marks"))
        {
            entry.Register.Ids.Mention(source.Text, entry.At(source.Line), PackId.Source);
            marks[source.Text] = ReadMark(entry, mark);
        }

        if (entry.Register.Ids.IsKnown(PackId.Source) && entry.Register.Ids.Given(PackId.Source).Except(marks.Keys, StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
        {
            entry.Fault(entry.LineOf("marks"), $"'marks' says nothing of {string.Join(", ", missing)}; write named, mentioned or absent for every source.");
        }

        return marks;
    }

    private static SkillMark ReadMark(YamlEntry entry, Written mark)
    {
        switch (mark.Text)
        {
            case "named":
                return SkillMark.Named;
            case "mentioned":
                return SkillMark.Mentioned;
            case "absent" or "":
                return SkillMark.Absent;
            default:
                entry.Fault(mark.Line, $"{Wording.Quote(mark.Text)} is no mark; write named, mentioned or absent.");
                return SkillMark.Absent;
        }
    }

    private static Dictionary<string, string> ReadNotes(YamlEntry entry)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (source, note) in entry.Pairs("notes"))
        {
            entry.Register.Ids.Mention(source.Text, entry.At(source.Line), PackId.Source);
            notes[source.Text] = note.Text;
        }

        return notes;
    }
}
