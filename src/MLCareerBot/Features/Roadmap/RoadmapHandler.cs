using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Roadmap;

/// <summary>Shows the ways into the career: all of them, one, or one step.</summary>
internal sealed class RoadmapHandler : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var pack = call.Pack;
        var paths = pack.Roadmap.Paths
            .Where(path => call["source"] is null || path.Source.Equals(call["source"], StringComparison.OrdinalIgnoreCase))
            .ToList();
        var reply = (call["step"], paths) switch
        {
            (null, [var only]) => RoadmapReplies.Path(pack, only) with { Outcome = pack.AnsweredBy(call.Command.Name) },
            (null, _) => RoadmapReplies.Overview(pack) with { Outcome = pack.AnsweredBy(call.Command.Name) },
            ({ } id, _) when PathOf(pack, id) is { } path => Step(pack, [path], path.Steps.ToList().FindIndex(step => IsNamed(step, id)) + 1),
            ({ } step, _) => Step(pack, paths, int.Parse(step, CultureInfo.InvariantCulture)),
        };
        return Task.FromResult(reply with { Permalink = reply.IsPrivate ? null : call.Line });
    }

    private static RoadmapPath? PathOf(KnowledgePack pack, string id) =>
        pack.Roadmap.Paths.FirstOrDefault(path => path.Steps.Any(step => IsNamed(step, id)));

    private static bool IsNamed(RoadmapStep step, string id) => step.Id.Equals(id, StringComparison.OrdinalIgnoreCase);

    private static ChatReply Step(KnowledgePack pack, List<RoadmapPath> paths, int number)
    {
        var longEnough = paths.Where(path => number >= 1 && number <= path.Steps.Count).ToList();
        return longEnough.Count > 0 ? StepReplies.For(pack, longEnough, number) : StepReplies.None(paths);
    }
}
