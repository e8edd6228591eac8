using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Takes in WebSocket connections and keeps them until they end.</summary>
internal sealed class GatewayServer(World world, FakeGateway gateway, Recorder recorder)
{
    private readonly GatewayProtocol _protocol = new(world, gateway, recorder);

    public async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        if (!gateway.AcceptsConnections)
        {
            context.Response.StatusCode = 503;
            return;
        }

        var number = recorder.AddConnection(world.Now, context.Request.Path.Value ?? "/", context.Request.QueryString.Value ?? "");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var wire = context.Features.Get<TamperedStream>()!; // Put there by the upgrade.
        var compression = (string?)context.Request.Query["compress"];
        using var connection = new GatewayConnection(number, socket, wire, context.Abort, compression == "zlib-stream")
        {
            FragmentBytes = gateway.FragmentBytes,
        };
        await RunAsync(connection, RefusalOf(context.Request.Query), stopping);
    }

    /// <summary>The close code for a query that Discord would not take.</summary>
    private static int? RefusalOf(IQueryCollection query) => query switch
    {
        _ when query["v"] != "10" => CloseCode.InvalidVersion,
        _ when query["encoding"] != "json" => CloseCode.DecodeError,
        _ when query.ContainsKey("compress") && query["compress"] != "zlib-stream" => CloseCode.DecodeError,
        _ => null,
    };

    private async Task RunAsync(GatewayConnection connection, int? refusal, CancellationToken stopping)
    {
        var writing = connection.WriteAllAsync();
        try
        {
            Open(connection, refusal);
            await ReadAllAsync(connection, stopping);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // Cut off by either side: often the very thing that a test wants.
        }
        finally
        {
            End(connection);
            connection.StopWriting();
            await writing;
        }
    }

    private void Open(GatewayConnection connection, int? refusal)
    {
        lock (world.Gate)
        {
            gateway.Add(connection);
            if (refusal is { } code)
            {
                gateway.Close(connection, code, "The address asks for something unknown.");
            }
            else
            {
                _protocol.Opened(connection);
            }
        }
    }

    private async Task ReadAllAsync(GatewayConnection connection, CancellationToken stopping)
    {
        while (await connection.ReceiveAsync(stopping) is { } frame)
        {
            lock (world.Gate)
            {
                if (!connection.IsClosed)
                {
                    _protocol.Handle(connection, frame);
                }
            }
        }

        if (!connection.IsClosed)
        {
            await connection.SendCloseReply();
        }
    }

    private void End(GatewayConnection connection)
    {
        lock (world.Gate)
        {
            gateway.Ended(connection);
        }

        recorder.Update(connection.Number, recorded => recorded with { IsOpen = false, ClientCloseCode = connection.ClientCloseCode });
    }
}
