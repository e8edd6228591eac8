using MLCareerBot.Chat;
using MLCareerBot.Features.Roadmap;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Tips;

/// <summary>A tip with the topic and the step it belongs to.</summary>
internal static class TipReply
{
    /// <param name="pack">The pack.</param>
    /// <param name="tip">The tip.</param>
    /// <param name="subject">The topic, group or tip that was asked for, if any.</param>
    public static ChatReply For(KnowledgePack pack, Tip tip, string? subject)
    {
        var topic = pack.FindTopic(tip.Topic);
        var step = pack.Roadmap.Paths.SelectMany(path => path.Steps).FirstOrDefault(step => step.Id == tip.Step);
        var belongsTo = new[] { topic is null ? null : $"Topic: {topic.Question}", step is null ? null : $"Roadmap step {step.Id}: {step.Title}" };
        return new("Tip", [new ReplyBlock.Paragraph(tip.Text), .. belongsTo.OfType<string>().Select(line => new ReplyBlock.Note(line))])
        {
            Sources = pack.Cite(tip.Source),
            FollowUps =
            [
                new("Another tip", subject is null || subject == tip.Id ? "tip" : $"tip {subject}"),
                .. pack.ToTopics(tip.Topic),
                .. step is null ? [] : new[] { StepReplies.To(pack, step) },
            ],
            Permalink = $"tip {tip.Id}",
        };
    }
}
