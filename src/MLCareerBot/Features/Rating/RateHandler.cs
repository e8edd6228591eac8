using System.Diagnostics.Metrics;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Features.Rating;

/// <summary>Counts whether an answer helped, by topic and not by person: what the buttons below an answer say.</summary>
internal sealed class RateHandler : ICommandHandler
{
    public const string Poor = "poor";
    public const string Good = "good";

    private static readonly Meter Meter = new("MLCareerBot");
    private static readonly Counter<long> Ratings = Meter.CreateCounter<long>("mlcareerbot.ratings", description: "Answers rated by their readers.");

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Ratings.Add(1, new("verdict", call["verdict"]), new("topic", call["topic"]));
        return Task.FromResult(call["verdict"] == Poor ? TryAgain : Thanks);
    }

    private static ChatReply Thanks { get; } = new("Thank you", new ReplyBlock.Paragraph("Good to know that it helped.")) { IsPrivate = true };

    private static ChatReply TryAgain { get; } =
        new("Thank you", new ReplyBlock.Paragraph("Try other words, or `faq` lists everything I can answer.")) { IsPrivate = true };
}
