using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Faq;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Ask;

/// <summary>Answers a question in free words, offers what may have been meant, or says no.</summary>
internal sealed class AskHandler(KnowledgeBase knowledge, ConversationMemory memory, IntentReplies intents) : ICommandHandler
{
    private KnowledgePack Pack => knowledge.Pack;

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        AnswerAsync(call["question"] ?? "", call.Request, cancellationToken);

    public async Task<ChatReply> AnswerAsync(string question, ChatRequest request, CancellationToken cancellationToken)
    {
        // The first question may come while the matcher still learns; waiting must end when the platform does.
        var matching = knowledge.MatchAsync(question, memory.LastTopic(request)).AsTask();
        var match = await matching.WaitAsync(cancellationToken);
        return match.Decision switch
        {
            Decision.Answer when Pack.FindTopic(match.Best) is { } topic => TopicReply.For(Pack, topic, match.Nearest.Skip(1)),
            Decision.Answer when Pack.FindIntent(match.Best) is { } intent => await intents.ReplyAsync(intent, request, cancellationToken),
            Decision.Suggest => NoAnswer.DidYouMean(Pack, match.Nearest),
            _ => NoAnswer.NotCovered(Pack, match.Outside, match.Nearest),
        };
    }
}
