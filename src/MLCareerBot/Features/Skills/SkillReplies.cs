using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Skills;

/// <summary>Skills, seen together and one by one.</summary>
internal static class SkillReplies
{
    private static readonly FollowUp All = new("All skills", "skills");

    public static ChatReply Matrix(KnowledgePack pack) => new("Skills and who names them",
    [
        new ReplyBlock.Table(
            ["Skill", .. pack.Sources.Select(source => source.Id)],
            [.. pack.Skills.Select(skill => (IReadOnlyList<string>)[skill.Name, .. pack.Sources.Select(source => Symbol(MarkOf(skill, source)))])]),
        new ReplyBlock.Note(
            $"{Symbol(SkillMark.Named)} {Word(SkillMark.Named)}, {Symbol(SkillMark.Mentioned)} {Word(SkillMark.Mentioned)}, {Symbol(SkillMark.Absent)} {Word(SkillMark.Absent)}. "
            + "`skills` and a name tells more about one."),
    ])
    {
        Sources = pack.Sources,
        FollowUps = [.. pack.Skills.Take(ChatReply.MaxFollowUps).Select(To)],
    };

    public static ChatReply One(KnowledgePack pack, Skill skill) => new(skill.Name,
    [
        new ReplyBlock.Paragraph(skill.About),
        new ReplyBlock.Heading("How to learn it"),
        new ReplyBlock.Paragraph(skill.Learn ?? "My sources don't say."),
        new ReplyBlock.Heading("Who names it"),
        new ReplyBlock.BulletList([.. pack.Sources.Select(source => Line(skill, source))]),
    ])
    {
        Sources = pack.Cite(pack.Sources.Where(source => MarkOf(skill, source) != SkillMark.Absent).Select(source => source.Id)),
        FollowUps = [.. pack.ToTopics(skill.Topic), All],
        Outcome = Outcomes.Answered(skill.Topic),
        Permalink = To(skill).Says,
    };

    /// <param name="near">Names that look like the one asked for.</param>
    public static ChatReply NotNamed(IReadOnlyList<string> near) =>
        new("Not among these skills", new ReplyBlock.Paragraph("My sources name no skill by that name, so I have nothing to say about it."))
        {
            FollowUps = [.. near.Select(name => new FollowUp(name, $"skills {name}")), All],
            Outcome = new(OutcomeKind.Abstain, Topic: null, []),
        };

    private static FollowUp To(Skill skill) => new(skill.Name, $"skills {skill.Name}");

    private static string Line(Skill skill, Source source) =>
        $"{source.Id}: {Word(MarkOf(skill, source))}{(skill.Notes.TryGetValue(source.Id, out var note) ? $" ({note})" : "")}";

    private static SkillMark MarkOf(Skill skill, Source source) => skill.Marks.GetValueOrDefault(source.Id);

    private static string Symbol(SkillMark mark) => mark switch
    {
        SkillMark.Named => "●",
        SkillMark.Mentioned => "○",
        _ => "–",
    };

    private static string Word(SkillMark mark) => mark switch
    {
        SkillMark.Named => "named as a skill",
        SkillMark.Mentioned => "mentioned in passing",
        _ => "not there",
    };
}
