using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Progress;

/// <summary>The checklist of somebody on their way into the career.</summary>
internal static class ProgressReplies
{
    /// <summary>The paths that somebody has begun, or the longest where they have begun none.</summary>
    public static ChatReply Show(CommandCall call, IReadOnlyDictionary<string, StepStatus> marks)
    {
        var paths = call.Pack.Roadmap.Paths;
        var begun = paths.Where(path => path.Steps.Any(step => marks.ContainsKey(step.Id))).ToList();
        List<RoadmapPath> shown = begun.Count > 0 ? begun : [.. paths.OrderByDescending(path => path.Steps.Count).Take(1)];
        return new("Your progress",
        [
            .. shown.SelectMany(path => new ReplyBlock[]
            {
                new ReplyBlock.Heading($"{path.Source}: {path.Steps.Count(step => StatusOf(step, marks) is StepStatus.Done)} of {path.Steps.Count} done"),
                new ReplyBlock.NumberedList([.. path.Steps.Select(step => $"{step.Title}: {Words(StatusOf(step, marks))}")]),
            }),
            new ReplyBlock.Note("`progress set` with a step and done, doing or skip marks one. Only you see this."),
        ])
        {
            IsPrivate = true,
            FollowUps = [.. Next(shown[0], marks)],
            Outcome = Outcomes.Answered(id: null),
        };
    }

    public static string Words(StepStatus status) => status switch
    {
        StepStatus.Doing => "doing",
        StepStatus.Done => "done",
        StepStatus.Skipped => "skipped",
        _ => "not started",
    };

    private static StepStatus StatusOf(RoadmapStep step, IReadOnlyDictionary<string, StepStatus> marks) => marks.GetValueOrDefault(step.Id);

    private static IEnumerable<FollowUp> Next(RoadmapPath path, IReadOnlyDictionary<string, StepStatus> marks)
    {
        if (path.Steps.FirstOrDefault(step => StatusOf(step, marks) is StepStatus.NotStarted or StepStatus.Doing) is not { } open)
        {
            yield break;
        }

        if (StatusOf(open, marks) is StepStatus.NotStarted)
        {
            yield return new($"I am doing {open.Id}", $"progress set {open.Id} doing");
        }

        yield return new($"{open.Id} is done", $"progress set {open.Id} done");
    }
}
