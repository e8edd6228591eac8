using MLCareerBot.Chat;
using MLCareerBot.Knowledge;

namespace MLCareerBot.Features.Ask;

/// <summary>
/// The topic each person was last told about in each conversation, so that "and per hour?" finds its way.
/// In memory only, and for ten minutes: after that a fragment is more likely a new thought.
/// </summary>
public sealed class ConversationMemory(KnowledgeBase knowledge, TimeProvider clock)
{
    private const int MostConversations = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Recent<(ChatAddress, string User), (string Topic, long At)> _topics = new(MostConversations);

    /// <summary>Id of the topic last answered to this person here, or null if that is long ago.</summary>
    public string? LastTopic(ChatRequest request) =>
        _topics.TryGet(KeyOf(request), out var last) && clock.GetElapsedTime(last.At) < Lifetime ? last.Topic : null;

    /// <summary>Keeps the topic that a reply answered. Small talk and refusals leave the last one in place.</summary>
    public void Remember(ChatRequest request, ChatReply reply)
    {
        if (reply.Outcome is { Kind: OutcomeKind.Answer, Topic: { } id } && knowledge.Pack.FindTopic(id) is { } topic)
        {
            _topics.Set(KeyOf(request), (topic.Id, clock.GetTimestamp()));
        }
    }

    private static (ChatAddress, string) KeyOf(ChatRequest request) => (request.Address, request.From.Id);
}
