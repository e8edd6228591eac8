namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>One connection of a shard, from opening it to saying goodbye.</summary>
/// <param name="number">The shard's number.</param>
/// <param name="run">What all shards share.</param>
/// <param name="session">Gone on with on this connection, or begun.</param>
/// <param name="turn">The right to begin a session; null to resume one.</param>
internal sealed class ShardConnection(int number, GatewayRun run, GatewaySession session, IdentifyTurn? turn)
{
    private static readonly TimeSpan OpeningLimit = TimeSpan.FromSeconds(20);

    /// <summary>Runs until either side ends it.</summary>
    /// <returns>How it ended, and how long the session was live on it.</returns>
    public async Task<(GatewayEnding Ending, TimeSpan Lived)> RunAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var socket = new GatewaySocket(run.Clock);
        if (!await TryOpenAsync(socket, url, cancellationToken))
        {
            return (GatewayEnding.NotReached, TimeSpan.Zero);
        }

        var conversation = new ShardConversation(number, run, session, socket, turn);
        await ReceiveAsync(socket, conversation, cancellationToken);
        if (CloseCode.IsOurFault(socket.Ending.Code))
        {
            run.Logger.Blamed(number, socket.Ending.Code, conversation.LastOp);
        }

        return (socket.Ending, conversation.Lived);
    }

    private async Task<bool> TryOpenAsync(GatewaySocket socket, Uri url, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(OpeningLimit, run.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await socket.OpenAsync(GatewayAddress.ToOpen(url), either.Token);
            return true;
        }
        catch (Exception exception) when (GatewaySocket.IsBroken(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Logger.NotOpened(number, exception.Message);
            return false;
        }
    }

    private static async Task ReceiveAsync(GatewaySocket socket, ShardConversation conversation, CancellationToken cancellationToken)
    {
        await using var listening = conversation;
        await using var stop = cancellationToken.Register(() => socket.Leave(GatewayEnding.ToldToStop));
        while (await NextAsync(socket) is { } message)
        {
            conversation.Hear(message.Span);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> NextAsync(GatewaySocket socket)
    {
        try
        {
            return await socket.ReceiveAsync();
        }
        catch (InvalidDataException)
        {
            socket.Leave(GatewayEnding.Garbled);
            return null;
        }
        catch (Exception exception) when (GatewaySocket.IsBroken(exception))
        {
            // The socket knows how it ended.
            return null;
        }
    }
}
