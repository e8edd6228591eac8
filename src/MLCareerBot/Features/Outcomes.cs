using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features;

/// <summary>Says what became of a call in the pack's terms.</summary>
internal static class Outcomes
{
    /// <summary>The intent that asks about the bot itself, if the pack has it.</summary>
    public const string AboutThisBot = "about-this-bot";

    public static QuestionOutcome Answered(string? id) => new(OutcomeKind.Answer, id, []);

    /// <summary>The answer to a verb: the topic of that name, or the intent whose words reach the verb, if either is there.</summary>
    public static QuestionOutcome AnsweredBy(this KnowledgePack pack, string verb) =>
        Answered(pack.FindTopic(verb)?.Id ?? pack.Intents.FirstOrDefault(intent => intent.Command == verb)?.Id);

    public static QuestionOutcome AnsweredAboutThisBot(this KnowledgePack pack) => Answered(pack.FindIntent(AboutThisBot)?.Id);
}
