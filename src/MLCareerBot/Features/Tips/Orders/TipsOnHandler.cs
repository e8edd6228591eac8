using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Sends somebody a tip a day by direct message, from now on or at other times than before.</summary>
internal sealed class TipsOnHandler(ISubscriptions subscriptions, OrderBook book, OrderReplies replies, Platforms platforms) : ICommandHandler
{
    private const string WithButton = "`tips off` stops them, and so does the button below each; `tips pause` and a date lets them rest.";
    private const string AtTerminal = "They are shown here while this conversation is open. `tips off` stops them; `tips pause` and a date lets them rest.";

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var order = OrderReader.Read(call.Options, book.Now);
        if (order.Faults.Count > 0)
        {
            return OrderReplies.Wrong(call, order);
        }

        var person = Person.Of(call.Request);
        var existing = await OwnAsync(person, cancellationToken);
        if ((order.Zone ?? existing?.Timetable.Zone ?? await ZoneOfAsync(person, cancellationToken)) is not { } zone)
        {
            return OrderReplies.WhichZone(call);
        }

        var wanted = Fill(existing);
        if (existing is null or { State: SubscriptionState.DirectMessagesClosed } && await HindranceAsync(call, wanted, cancellationToken) is { } hindrance)
        {
            return OrderReplies.Refused(call, "I cannot write to you", hindrance);
        }

        // A second click at the same moment finds what the first one made, and changes it to the same.
        var kept = await book.ChangeAsync(async () => await OwnAsync(person, cancellationToken) ?? wanted, found => Fill(found.Version == 0 ? null : found) with { Id = found.Id }, cancellationToken);
        return replies.Kept(call, existing is null ? "Daily tips are on" : "Daily tips are changed", kept ?? wanted, Operator.IsAt(call.Request.Address) ? AtTerminal : WithButton);

        Subscription Fill(Subscription? from) => book.Fill(order, from, person.Direct with { Workspace = call.Request.From.Workspace }, person.User, zone);
    }

    private async Task<Subscription?> OwnAsync(Person person, CancellationToken cancellationToken) =>
        await subscriptions.OfPlaceAsync(person.Direct, cancellationToken) is [var own, ..] ? own : null;

    private async Task<string?> ZoneOfAsync(Person person, CancellationToken cancellationToken)
    {
        var zone = platforms.Find(person.Platform) is { } platform ? await platform.FindZoneAsync(person.User, cancellationToken) : null;
        return zone is not null && ZoneNames.Read(zone, book.Now) is ZoneReading.Known(var id) ? id : null;
    }

    // Where the command was given in direct messages, they are open.
    private async Task<string?> HindranceAsync(CommandCall call, Subscription wanted, CancellationToken cancellationToken)
    {
        if (call.Request.Address.Workspace is null || platforms.Find(call.Request.Address.Platform) is not { } platform)
        {
            return null;
        }

        var welcome = replies.Kept(call, "Daily tips are on", wanted, WithButton) with { FollowUps = [new("Stop these tips", "tips off")] };
        var result = await platform.SendAsync(new(wanted.To, welcome, $"on-{wanted.Id}"), cancellationToken);
        return result.Outcome switch
        {
            SendOutcome.DirectMessagesClosed or SendOutcome.NoAccess or SendOutcome.Gone =>
                "Your direct messages are closed to me, so nothing was set up. Open them for this server, or use `tip` here.",
            _ => null,
        };
    }
}
