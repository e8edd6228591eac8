using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Faq;
using MLCareerBot.Features.Unanswered;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Features.Ask;

/// <summary>Answers a question in free words, offers what may have been meant, or says no.</summary>
internal sealed class AskHandler(ConversationMemory memory, IntentReplies intents, VainLog vain) : ICommandHandler
{
    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        AnswerAsync(call["question"] ?? "", call, cancellationToken);

    public async Task<ChatReply> AnswerAsync(string question, CommandCall call, CancellationToken cancellationToken)
    {
        // The first question may come while the matcher still learns; waiting must end when the platform does.
        var matching = call.Knowledge.MatchAsync(question, memory.LastTopic(call.Request)).AsTask();
        var match = await matching.WaitAsync(cancellationToken);
        var pack = call.Pack;
        return match.Decision switch
        {
            Decision.Answer when pack.FindTopic(match.Best) is { } topic => TopicReply.For(pack, topic, match.Nearest.Skip(1)),
            Decision.Answer when pack.FindIntent(match.Best) is { } intent => await intents.ReplyAsync(intent, call, cancellationToken),
            Decision.Suggest => NoAnswer.DidYouMean(pack, match.Nearest),
            _ => NotCovered(question, call, match),
        };
    }

    private ChatReply NotCovered(string question, CommandCall call, QuestionMatch match)
    {
        vain.Note(call.Request, question);
        return NoAnswer.NotCovered(call.Pack, match.Outside, match.Nearest);
    }
}
