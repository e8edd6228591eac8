using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Sends a channel a tip a day, from now on or at other times than before.</summary>
internal sealed class TipsSetHandler(ISubscriptions subscriptions, OrderBook book, OrderReplies replies, Platforms platforms) : ICommandHandler
{
    private const int MostOfChannel = 10;
    private const int MostOfPerson = 20;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var order = OrderReader.Read(call.Options, book.Now);
        if (order.Faults.Count > 0)
        {
            return OrderReplies.Wrong(call, order);
        }

        if (PlaceOf(call) is not { } place)
        {
            return OrderReplies.Refused(call, "Which channel?", "Pick one, or use this command in the channel itself.");
        }

        var there = await subscriptions.OfPlaceAsync(place, cancellationToken);
        var existing = there.FirstOrDefault(one => one.Topic == order.Topic);
        if ((order.Zone ?? existing?.Timetable.Zone) is not { } zone)
        {
            return OrderReplies.WhichZone(call);
        }

        var finding = await ExamineAsync(call, place, there, existing, cancellationToken);
        if (finding is { CanWrite: false, Hindrance: var hindrance })
        {
            return OrderReplies.Refused(call, "Nothing was set up", hindrance ?? "");
        }

        var wanted = Fill(existing);
        var kept = await book.ChangeAsync(
            async () => (await subscriptions.OfPlaceAsync(place, cancellationToken)).FirstOrDefault(one => one.Topic == order.Topic) ?? wanted,
            found => Fill(found.Version == 0 ? null : found) with { Id = found.Id },
            cancellationToken);
        return replies.Kept(call, existing is null ? "Daily tips are set up" : "Daily tips are changed", kept ?? wanted, $"{finding.Hindrance} Schedule {OrderReplies.ShortId(kept ?? wanted)}. `career-admin tips preview` shows the next one to you alone, `career-admin tips remove` ends them.".TrimStart());

        Subscription Fill(Subscription? from) => book.Fill(order, from, place, call.Request.From.Id, zone);
    }

    // A thread is no place to stay, unless the platform takes it for a channel.
    internal static ChatAddress? PlaceOf(CommandCall call) => call["channel"] is not { } channel
        ? call.Request.Address with { Thread = null, Workspace = Schedules.WorkspaceOf(call.Request) }
        : ChannelText.Read(channel) is { } id ? new(call.Request.Address.Platform, id) { Workspace = Schedules.WorkspaceOf(call.Request) } : null;

    private async Task<PlaceFinding> ExamineAsync(
        CommandCall call, ChatAddress place, IReadOnlyList<Subscription> there, Subscription? existing, CancellationToken cancellationToken)
    {
        if (existing is null && there.Count >= MostOfChannel)
        {
            return PlaceFinding.Closed($"That channel has {there.Count} schedules already. Remove one first.");
        }

        if (existing is null && await subscriptions.CountOfOwnerAsync(Person.Of(call.Request), cancellationToken) is >= MostOfPerson and var many)
        {
            return PlaceFinding.Closed($"You have set up {many} schedules already. Remove one first.");
        }

        return platforms.Find(place.Platform) is { } platform ? await platform.ExamineAsync(place, call.Request.From, cancellationToken) : PlaceFinding.Open;
    }
}
