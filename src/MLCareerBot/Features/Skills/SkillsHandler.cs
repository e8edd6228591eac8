using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Skills;

/// <summary>Shows which source names which skill, or one skill with how to learn it.</summary>
internal sealed class SkillsHandler(KnowledgeBase knowledge) : ICommandHandler
{
    private KnowledgePack Pack => knowledge.Pack;

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(call["name"] switch
    {
        null => SkillReplies.Matrix(Pack) with { Outcome = Pack.AnsweredBy(call.Command.Name) },
        var name when Find(name) is { } skill => SkillReplies.One(Pack, skill),
        var name => SkillReplies.NotNamed(NearName.Guess(name, Pack.Skills.Select(skill => skill.Name), ChatReply.MaxFollowUps - 1)),
    });

    private Skill? Find(string name) => Pack.Skills.FirstOrDefault(skill =>
        skill.Aliases.Append(skill.Name).Append(skill.Id).Contains(name, StringComparer.OrdinalIgnoreCase));
}
