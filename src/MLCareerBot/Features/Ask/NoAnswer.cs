using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Ask;

/// <summary>Replies that offer something instead of an answer.</summary>
internal static class NoAnswer
{
    /// <param name="pack">The pack.</param>
    /// <param name="nearest">Ids of topics and intents, best first.</param>
    public static ChatReply DidYouMean(KnowledgePack pack, IEnumerable<string> nearest)
    {
        var offers = nearest
            .Select(id => (Id: id, FollowUp: Offer(pack, id)))
            .Where(offer => offer.FollowUp is not null)
            .Take(ChatReply.MaxFollowUps)
            .ToList();
        if (offers.Count == 0)
        {
            return NotCovered(pack, outside: null, nearest: []);
        }

        return new("Did you mean one of these?", new ReplyBlock.Paragraph("I would rather ask than guess. If none fits, try other words."))
        {
            FollowUps = [.. offers.Select(offer => offer.FollowUp).OfType<FollowUp>()],
            Outcome = new(OutcomeKind.Suggest, Topic: null, [.. offers.Select(offer => offer.Id)]),
        };
    }

    /// <param name="pack">The pack.</param>
    /// <param name="outside">The subject the question was about, where it is known.</param>
    /// <param name="nearest">Ids of what fitted best all the same.</param>
    public static ChatReply NotCovered(KnowledgePack pack, OutsideSubject? outside, IEnumerable<string> nearest)
    {
        // Where the subject is known a person chose its neighbours; the best guess still gets a place, in case it was meant.
        var topics = pack.FindTopics(outside is null
            ? nearest
            : [.. outside.Nearest.Take(ChatReply.MaxFollowUps - 1), .. nearest.Take(1), .. outside.Nearest]);
        return new("My sources don't cover that",
        [
            new ReplyBlock.Paragraph(outside switch
            {
                { Says: { } says } => says,
                { Subject: var subject } => $"They say nothing about {subject}, and I don't guess.",
                null => "I only say what they say, and I don't guess.",
            }),
            new ReplyBlock.Paragraph(topics.Count > 0 ? "What I can answer nearby:" : "`faq` lists everything I can answer."),
        ])
        {
            FollowUps = [.. topics.Select(NextSteps.To)],
            Outcome = new(OutcomeKind.Abstain, Topic: null, [.. topics.Select(topic => topic.Id)]),
        };
    }

    private static FollowUp? Offer(KnowledgePack pack, string id) =>
        pack.FindTopic(id) is { } topic ? NextSteps.To(topic)
        : pack.FindIntent(id) is { } intent && IsWorthOffering(intent) ? To(intent)
        : null;

    // Nobody who asked something meant to be greeted.
    private static bool IsWorthOffering(Intent intent) => intent.Command is not null || intent.Id == Outcomes.AboutThisBot;

    // An intent has no title of its own; its first phrasing says best what it is.
    private static FollowUp To(Intent intent)
    {
        var words = intent.Phrasings[0];
        return new($"{char.ToUpperInvariant(words[0])}{words[1..]}", $"{CommandTable.Ask} {words}");
    }
}
