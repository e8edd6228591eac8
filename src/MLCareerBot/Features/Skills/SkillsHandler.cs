using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Skills;

/// <summary>Shows which source names which skill, or one skill with how to learn it.</summary>
internal sealed class SkillsHandler : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(call["name"] switch
    {
        null => SkillReplies.Matrix(call.Pack) with { Outcome = call.Pack.AnsweredBy(call.Command.Name), Permalink = call.Line },
        var name when Find(call.Pack, name) is { } skill => SkillReplies.One(call.Pack, skill),
        var name => SkillReplies.NotNamed(NearName.Guess(name, call.Pack.Skills.Select(skill => skill.Name), ChatReply.MaxFollowUps - 1)),
    });

    private static Skill? Find(KnowledgePack pack, string name) => pack.Skills.FirstOrDefault(skill =>
        skill.Aliases.Append(skill.Name).Append(skill.Id).Contains(name, StringComparer.OrdinalIgnoreCase));
}
