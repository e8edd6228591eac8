using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Roadmap;

/// <summary>Single steps of the ways into the career.</summary>
internal static class StepReplies
{
    /// <summary>The step of this number on each of the paths, all of which have one.</summary>
    public static ChatReply For(KnowledgePack pack, IReadOnlyList<RoadmapPath> paths, int number)
    {
        var steps = paths.Select(path => path.Steps[number - 1]).ToList();
        var title = steps is [var only] ? TitleOf(only) : $"Step {number}";
        return new(title, [.. paths.Zip(steps).SelectMany(pair => Describe(pair.First, pair.Second, isAlone: steps.Count == 1))])
        {
            Sources = pack.Cite(paths.Select(path => path.Source)),
            FollowUps = [.. Next(pack, paths, number), .. pack.ToTopics(steps.Select(step => step.Topic).Distinct(StringComparer.Ordinal)).Take(2)],
            Outcome = Outcomes.Answered(steps[0].Topic),
        };
    }

    public static ChatReply None(IReadOnlyList<RoadmapPath> paths) => new("No such step",
        new ReplyBlock.BulletList([.. paths.Select(path => $"{path.Source} has {path.Steps.Count} steps.")]))
    {
        IsPrivate = true,
        FollowUps = [new("The whole roadmap", "roadmap")],
    };

    public static FollowUp To(KnowledgePack pack, RoadmapStep step)
    {
        var path = pack.Roadmap.Paths.First(path => path.Steps.Contains(step));
        return new(TitleOf(step), $"roadmap {NumberOf(step, path)} {path.Source}");
    }

    private static IEnumerable<FollowUp> Next(KnowledgePack pack, IReadOnlyList<RoadmapPath> paths, int number) => paths switch
    {
        [{ Steps: var steps }] when steps.Count > number => [To(pack, steps[number])],
        [_, _, ..] when paths.Any(path => path.Steps.Count > number) => [new("Next step", $"roadmap {number + 1}")],
        _ => [],
    };

    private static IEnumerable<ReplyBlock> Describe(RoadmapPath path, RoadmapStep step, bool isAlone) =>
    [
        .. isAlone ? [] : new ReplyBlock[] { new ReplyBlock.Heading(TitleOf(step)) },
        new ReplyBlock.Paragraph(step.Text),
        new ReplyBlock.Note($"Step {NumberOf(step, path)} of {path.Steps.Count} in {path.Source}."),
    ];

    private static string TitleOf(RoadmapStep step) => $"{step.Id}: {step.Title}";

    private static int NumberOf(RoadmapStep step, RoadmapPath path) => path.Steps.Index().First(other => other.Item == step).Index + 1;
}
