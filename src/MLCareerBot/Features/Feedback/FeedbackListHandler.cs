using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Feedback;

/// <summary>Shows admins what people of their own place had to say, and which answers helped least.</summary>
internal sealed class FeedbackListHandler(IFeedback feedback) : ICommandHandler
{
    private const int MostRemarks = 10;
    private const int MostRatings = 5;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var tenant = Operator.TenantOf(call.Request.Address);
        var remarks = await feedback.LatestAsync(tenant, MostRemarks, cancellationToken);
        var ratings = await feedback.RatingsAsync(tenant, MostRatings, cancellationToken);
        return new("Feedback",
        [
            remarks.Count == 0 ? new ReplyBlock.Paragraph("Nobody has said anything yet.") : new ReplyBlock.BulletList([.. remarks.Select(Line)]),
            .. ratings.Count == 0 ? [] : new ReplyBlock[]
            {
                new ReplyBlock.Heading("Answers, those found poor first"),
                new ReplyBlock.BulletList([.. ratings.Select(rating => $"{rating.Topic}: {rating.Poor} poor, {rating.Good} good")]),
            },
        ])
        {
            Outcome = Outcomes.Answered(id: null),
        };
    }

    private static string Line(Remark remark) => remark.Topic is { } topic ? $"On {topic}: {remark.Text}" : remark.Text;
}
