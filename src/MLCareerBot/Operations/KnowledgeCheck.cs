using System.Diagnostics;
using System.Runtime.CompilerServices;
using MLCareerBot.Features.Admin;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;
using static System.FormattableString;

namespace MLCareerBot.Operations;

/// <summary>Reads the pack as it lies in its folder now, learns it, and asks every topic its own question.</summary>
internal sealed class KnowledgeCheck(KnowledgeFolder folder) : IDoctorCheck
{
    private const int MostNamed = 10;

    public string Name => "Knowledge";

    public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = folder.Read();
        foreach (var fault in reading.Faults.Take(MostNamed))
        {
            yield return new(FindingKind.Bad, $"The pack has a fault: {fault}", "Mend the file; the verb `validate` names every fault.");
        }

        if (reading.Pack is { } pack)
        {
            yield return new(FindingKind.Good, PackCounts.Of(pack));
            yield return await Task.Run(() => Learn(pack), cancellationToken);
        }
    }

    private static Finding Learn(KnowledgePack pack)
    {
        var started = Stopwatch.GetTimestamp();
        var matcher = QuestionMatcher.Train(pack);
        var time = Stopwatch.GetElapsedTime(started);
        var silent = pack.Topics.Where(topic => matcher.Match(topic.Question) is not { Decision: Decision.Answer } match || match.Best != topic.Id).ToList();
        return silent.Count == 0
            ? new(FindingKind.Good, Invariant($"It is learned in {time.TotalSeconds:0.0} s, and every topic answers its own question."))
            : new(
                FindingKind.Note,
                $"{silent.Count} of {pack.Topics.Count} topics don't answer their own question: {string.Join(", ", silent.Take(MostNamed).Select(topic => topic.Id))}.",
                "`career-admin explain` and the question say why.");
    }
}
