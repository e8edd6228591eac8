using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>How the gateway reacts to a client's frames. Called with the world's gate held.</summary>
internal sealed class GatewayProtocol(World world, FakeGateway gateway, Recorder recorder)
{
    private const int MostFrameBytes = 4096;
    private const int MostSendsPerMinute = 120;

    private readonly SessionStart _start = new(world, gateway, recorder);

    public void Opened(GatewayConnection connection)
    {
        if (gateway.SaysHello)
        {
            connection.Send(Opcode.Hello, new JsonObject { ["heartbeat_interval"] = (int)gateway.HeartbeatInterval.TotalMilliseconds });
        }
    }

    public void Handle(GatewayConnection connection, byte[] frame)
    {
        var json = JsonReading.Parse(frame);
        var op = (int)(json.Number("op") ?? -1);
        var data = (json as JsonObject)?["d"];
        recorder.Add(new RecordedFrame(connection.Number, world.Now, op, data?.DeepClone(), frame.Length));

        if (frame.Length > MostFrameBytes || op == -1)
        {
            gateway.Close(connection, CloseCode.DecodeError, "Error while decoding payload.");
        }
        else if (SendsTooMuch(connection))
        {
            gateway.Close(connection, CloseCode.RateLimited, "Rate limited.");
        }
        else
        {
            React(connection, op, data);
        }
    }

    private bool SendsTooMuch(GatewayConnection connection)
    {
        var now = world.Now;
        connection.Received.Enqueue(now);
        while (connection.Received.Peek() <= now - TimeSpan.FromMinutes(1))
        {
            connection.Received.Dequeue();
        }

        return connection.Received.Count > MostSendsPerMinute;
    }

    private void React(GatewayConnection connection, int op, JsonNode? data)
    {
        switch (op)
        {
            case Opcode.Heartbeat when gateway.AcknowledgesHeartbeats:
                connection.Send(Opcode.HeartbeatAck);
                break;
            case Opcode.Heartbeat:
                break;
            case Opcode.Identify:
                _start.Identify(connection, data);
                break;
            case Opcode.Resume:
                Resume(connection, data);
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers when connection.Session is null:
                gateway.Close(connection, CloseCode.NotAuthenticated, "Not authenticated.");
                break;
            case Opcode.PresenceUpdate or Opcode.VoiceStateUpdate or Opcode.RequestGuildMembers:
                break;
            default:
                gateway.Close(connection, CloseCode.UnknownOpcode, "Unknown opcode.");
                break;
        }
    }

    private void Resume(GatewayConnection connection, JsonNode? data)
    {
        if (data.Text("token") != world.Token)
        {
            gateway.Close(connection, CloseCode.AuthenticationFailed, "Authentication failed.");
        }
        else if (!gateway.AcceptsResume || gateway.FindSession(data.Text("session_id")) is not { } session)
        {
            connection.Send(Opcode.InvalidSession, false);
        }
        else if (data.Number("seq") is not { } sequence || sequence > session.Sequence)
        {
            gateway.Close(connection, CloseCode.InvalidSequence, "Invalid seq.");
        }
        else
        {
            // A session has one connection: another that it had, perhaps half dead, is cut.
            if (session.Connection != connection)
            {
                session.Connection?.Drop();
            }

            connection.Carry(session, recorder, isResumed: true);
            session.ReplaySince(sequence);
            session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray("fake") });
        }
    }
}
