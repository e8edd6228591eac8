using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Takes an admin through setting up a channel's tips: where and in which zone, at what time, and whether it looks right.</summary>
internal sealed class SetupHandler(OrderBook book, OrderReplies replies, Platforms platforms) : ICommandHandler
{
    private static readonly string[] Times = ["08:00", "09:00", "12:00"];

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var order = OrderReader.Read(call.Options, book.Now);
        if (order.Faults.Count > 0)
        {
            return OrderReplies.Wrong(call, order);
        }

        if (TipsSetHandler.PlaceOf(call) is not { } place)
        {
            return OrderReplies.Refused(call, "Which channel?", "Pick one, or use this command in the channel itself.");
        }

        return (order.Zone, order.Time) switch
        {
            (null, _) => OrderReplies.WhichZone(call),
            (_, null) => WhichTime(call),
            ({ } zone, _) => await PreviewAsync(call, order, place, zone, cancellationToken),
        };
    }

    private static ChatReply WhichTime(CommandCall call) => OrderReplies.Refused(call, "At what time?", "In the zone you chose, Monday to Friday unless you add days.") with
    {
        FollowUps = [.. Times.Select(time => new FollowUp(time, With(call, "time", time).Line))],
    };

    private async Task<ChatReply> PreviewAsync(CommandCall call, TipOrder order, ChatAddress place, string zone, CancellationToken cancellationToken)
    {
        var finding = platforms.Find(place.Platform) is { } platform ? await platform.ExamineAsync(place, call.Request.From, cancellationToken) : PlaceFinding.Open;
        var wanted = book.Fill(order, existing: null, place, call.Request.From.Id, zone);
        return finding is { CanWrite: false, Hindrance: var hindrance }
            ? OrderReplies.Refused(call, "Not yet", hindrance ?? "") with { FollowUps = [new("Try again", call.Line)] }
            : replies.Kept(call, "Shall I save this?", wanted, $"{finding.Hindrance} Nothing is set up before you save it.".TrimStart()) with
            {
                FollowUps = [new("Save", call.Line.Replace("career-admin setup", "career-admin tips set", StringComparison.Ordinal))],
            };
    }

    private static CommandCall With(CommandCall call, string option, string value) =>
        call with { Options = new Dictionary<string, string>(call.Options, StringComparer.Ordinal) { [option] = value } };
}
