using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>The schedules of the channels of one server or workspace: all that its admins may see and change.</summary>
internal sealed class Schedules(ISubscriptions subscriptions)
{
    public Task<IReadOnlyList<Subscription>> OfAsync(CommandCall call, CancellationToken cancellationToken) =>
        subscriptions.OfWorkspaceAsync(call.Request.Address.Platform, WorkspaceOf(call.Request), cancellationToken);

    /// <summary>Whose schedules a request is about. In direct messages it is the asker's own workspace, where there is one.</summary>
    public static string? WorkspaceOf(ChatRequest request) => request.Address.Workspace ?? request.From.Workspace;

    /// <summary>The one that is meant: named by its letters, or the only one. Else what to say.</summary>
    public async Task<(Subscription? Found, ChatReply? Problem)> FindAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var all = await OfAsync(call, cancellationToken);
        var named = call["id"] is { } id ? [.. all.Where(one => one.Id.StartsWith(id.Trim(), StringComparison.OrdinalIgnoreCase))] : all;
        return named switch
        {
            [var only] => (only, null),
            [] when all.Count == 0 => (null, OrderReplies.Refused(call, "No schedules yet", "`career-admin tips set` in a channel sends it a tip a day.")),
            [] => (null, OrderReplies.Refused(call, "No such schedule", "`career-admin tips list` shows the letters of each.")),
            _ => (null, OrderReplies.Refused(call, "Which one?", "There are several; name one by its letters, as `career-admin tips list` shows them.")),
        };
    }

    /// <summary>One as it is now; null if it is not there any more.</summary>
    public async Task<Subscription?> ReadAsync(Subscription known, CancellationToken cancellationToken) =>
        (await subscriptions.OfPlaceAsync(known.To, cancellationToken)).FirstOrDefault(one => one.Id == known.Id);
}
