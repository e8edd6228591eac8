using System.Diagnostics.Metrics;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Rating;

/// <summary>Counts whether an answer helped, by topic and not by person: what the buttons below an answer say.</summary>
internal sealed class RateHandler(IFeedback feedback) : ICommandHandler
{
    public const string Poor = "poor";
    public const string Good = "good";

    private static readonly Meter Meter = new("MLCareerBot");
    private static readonly Counter<long> Ratings = Meter.CreateCounter<long>("mlcareerbot.ratings", description: "Answers rated by their readers.");

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (isGood, topic) = (call["verdict"] == Good, call["topic"] ?? "");
        Ratings.Add(1, new("verdict", call["verdict"]), new("topic", topic));
        await feedback.RateAsync(Tenant.Of(call.Request.Address), topic, isGood, cancellationToken);
        return isGood ? Thanks : WhatWasMissing(topic);
    }

    private static ChatReply Thanks { get; } = new("Thank you", new ReplyBlock.Paragraph("Good to know that it helped.")) { IsPrivate = true };

    private static ChatReply WhatWasMissing(string topic) =>
        new("Thank you", new ReplyBlock.Paragraph($"What was missing? `remark topic:{topic}` and a line of your own tells the maintainers, without your name. Or try other words; `faq` lists everything I can answer."))
        {
            IsPrivate = true,
            FollowUps = [new("Say what was missing", $"remark topic:{topic}") { OpensForm = true }],
        };
}
