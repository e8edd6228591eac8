using System.Globalization;
using System.Text;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Unanswered;

/// <summary>Writes questions that nobody answered as topics to be filled in, beside the pack and not in it.</summary>
internal sealed class TopicStubs(KnowledgeFolder folder, TimeProvider clock)
{
    /// <summary>Writes a file; its path.</summary>
    public string Write(IReadOnlyList<VainQuestions> questions, KnowledgePack pack)
    {
        var now = clock.GetUtcNow();
        var inbox = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder.Path)) ?? ".", "knowledge-inbox"));
        var file = Path.Combine(inbox.FullName, string.Create(CultureInfo.InvariantCulture, $"unanswered-{now:yyyyMMdd-HHmmss}.md"));
        File.WriteAllText(file, string.Join("\n\n", questions.Select(one => Stub(one, pack, now))) + "\n");
        return file;
    }

    private static string Stub(VainQuestions one, KnowledgePack pack, DateTimeOffset now)
    {
        var stub = new StringBuilder();
        stub.Append(CultureInfo.InvariantCulture, $"<!-- draft {one.Id}, asked {one.Count} times; save it as topics/an-id-of-yours.md -->\n---\n");
        stub.Append(CultureInfo.InvariantCulture, $"question: {Quoted(one.Texts is [var latest, ..] ? latest : "")}\ngroup: {pack.Groups[0].Id}\nphrasings:\n");
        foreach (var text in one.Texts)
        {
            stub.Append(CultureInfo.InvariantCulture, $"  - {Quoted(text)}\n");
        }

        stub.Append(CultureInfo.InvariantCulture, $"sources: []\nrelated: []\nreviewed: {now:yyyy-MM-dd}\n---\n");
        return stub.ToString();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
