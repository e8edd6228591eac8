using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Progress;

/// <summary>Shows somebody how far they are, marks a step, or begins anew.</summary>
internal sealed class ProgressHandler(IProgress progress) : ICommandHandler
{
    public const string Set = "progress set";
    public const string Reset = "progress reset";

    private const string Yes = "yes";

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var person = Person.Of(call.Request);
        switch (call.Command.Name)
        {
            case Set:
                await progress.SetAsync(person, StepOf(call), StatusOf(call["status"]), cancellationToken);
                break;
            case Reset when call["sure"] is null:
                return Ask;
            case Reset:
                await progress.ResetAsync(person, cancellationToken);
                break;
        }

        return ProgressReplies.Show(call, await progress.OfAsync(person, cancellationToken));
    }

    // A bare number is a step of the longest path.
    private static string StepOf(CommandCall call)
    {
        var given = call["step"] ?? "";
        var steps = call.Pack.Roadmap.Paths.SelectMany(path => path.Steps).ToList();
        return (steps.Find(step => step.Id.Equals(given, StringComparison.OrdinalIgnoreCase) || step.Title.Equals(given, StringComparison.OrdinalIgnoreCase))
            ?? call.Pack.Roadmap.Paths.MaxBy(path => path.Steps.Count)!.Steps[int.Parse(given, System.Globalization.CultureInfo.InvariantCulture) - 1]).Id; // One of the choices.
    }

    private static StepStatus StatusOf(string? word) => word switch
    {
        "doing" => StepStatus.Doing,
        "done" => StepStatus.Done,
        "skip" => StepStatus.Skipped,
        _ => StepStatus.NotStarted,
    };

    private static ChatReply Ask { get; } = new("Begin anew?", new ReplyBlock.Paragraph("All your marks would be taken away."))
    {
        IsPrivate = true,
        FollowUps = [new("Yes, begin anew", $"{Reset} {Yes}"), new("No", "progress show")],
        Outcome = Outcomes.Answered(id: null),
    };
}
