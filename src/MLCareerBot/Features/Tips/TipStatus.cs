using MLCareerBot.Chat;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips;

/// <summary>Says in one line how daily tips stand: all of them to the operator, a place's own to its admins.</summary>
internal sealed class TipStatus(IStore store, ISubscriptions subscriptions, TipSweep sweep)
{
    public async Task<string> OfAsync(ChatAddress place, CancellationToken cancellationToken)
    {
        try
        {
            return sweep.Trouble is { } trouble ? Waiting(trouble) : Text(store.Exists ? await CountAsync(place, cancellationToken) : (0, 0));
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
        {
            return Waiting(exception.Message);
        }
    }

    private async Task<(int Active, int Resting)> CountAsync(ChatAddress place, CancellationToken cancellationToken)
    {
        if (Operator.IsAt(place))
        {
            var counts = await subscriptions.CountAsync(cancellationToken);
            var active = counts.GetValueOrDefault(SubscriptionState.Active);
            return (active, counts.Values.Sum() - active);
        }

        var own = await subscriptions.OfWorkspaceAsync(place.Platform, place.Workspace, cancellationToken);
        var going = own.Count(one => one.State is SubscriptionState.Active);
        return (going, own.Count - going);
    }

    private static string Text((int Active, int Resting) count) => $"Daily tips: {count.Active} active, {count.Resting} at rest.";

    private static string Waiting(string trouble) => $"Daily tips wait: {trouble}";
}
