using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Roadmap;

/// <summary>The ways into the career, seen whole.</summary>
internal static class RoadmapReplies
{
    public static ChatReply Overview(KnowledgePack pack) => new($"{pack.Name}: the ways in",
    [
        .. pack.Roadmap.Paths.SelectMany(path => new ReplyBlock[]
        {
            new ReplyBlock.Heading($"{path.Source}: {path.Title}"),
            new ReplyBlock.NumberedList([.. path.Steps.Select(step => step.Title)]),
        }),
        .. List("Where they agree and differ", pack.Roadmap.Agreement),
        .. List("How long it takes", pack.Roadmap.Durations.Select(Line)),
        new ReplyBlock.Note("`roadmap` and a number shows a step; a source's letter shows its path."),
    ])
    {
        Sources = pack.Cite([.. pack.Roadmap.Paths.Select(path => path.Source), .. pack.Roadmap.Durations.Select(duration => duration.Source)]),
        FollowUps = [.. pack.Roadmap.Paths.Take(ChatReply.MaxFollowUps).Select(path => new FollowUp($"{path.Source}: {path.Title}", $"roadmap {path.Source}"))],
    };

    public static ChatReply Path(KnowledgePack pack, RoadmapPath path) => new(path.Title,
    [
        new ReplyBlock.NumberedList([.. path.Steps.Select(step => $"{step.Title}. {step.Text}")]),
        .. List("How long it takes", pack.Roadmap.Durations.Where(duration => duration.Source == path.Source).Select(Line)),
    ])
    {
        Sources = pack.Cite(path.Source),
        FollowUps = [.. path.Steps.Take(ChatReply.MaxFollowUps).Select(step => StepReplies.To(pack, step))],
    };

    private static IEnumerable<ReplyBlock> List(string heading, IEnumerable<string> lines) => lines.ToList() switch
    {
        [] => [],
        var items => [new ReplyBlock.Heading(heading), new ReplyBlock.BulletList(items)],
    };

    private static string Line(PhaseDuration duration) => duration.Derived
        ? $"{duration.Phase}: {duration.Time} (our sum of what {duration.Source} says)"
        : $"{duration.Phase}: {duration.Time} ({duration.Source})";
}
