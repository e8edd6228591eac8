using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Feedback;

/// <summary>Keeps what somebody has to say to the maintainers, without their name: about the bot, or about one answer.</summary>
internal sealed class FeedbackHandler(IFeedback feedback, TimeProvider clock) : ICommandHandler
{
    private const int MostKept = 1_000;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var words = Redaction.Of(call["text"] ?? "", MostKept);
        if (words.Length == 0)
        {
            return NothingSaid;
        }

        await feedback.AddAsync(new(Tenant.Of(call.Request.Address), call["topic"], words, clock.GetUtcNow().ToInstant()), cancellationToken);
        return Thanks;
    }

    private static ChatReply NothingSaid { get; } =
        new("Thank you", new ReplyBlock.Paragraph("There were no words to keep. A rating counts without them.")) { IsPrivate = true, Outcome = Outcomes.Answered(id: null) };

    private static ChatReply Thanks { get; } =
        new("Thank you", new ReplyBlock.Paragraph("It goes to the maintainers, without your name. Mentions, addresses, links and long numbers are left out."))
        {
            IsPrivate = true,
            Outcome = Outcomes.Answered(id: null),
        };
}
