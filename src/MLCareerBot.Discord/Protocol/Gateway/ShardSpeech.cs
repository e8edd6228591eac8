namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What a shard itself says on a connection.</summary>
/// <param name="shard">The shard's number.</param>
/// <param name="run">What all shards share.</param>
/// <param name="session">Gone on with if there is one.</param>
/// <param name="socket">The open connection.</param>
/// <param name="turn">The right to begin a session; null to resume one.</param>
internal sealed class ShardSpeech(int shard, GatewayRun run, GatewaySession session, GatewaySocket socket, IdentifyTurn? turn)
{
    /// <summary>The last opcode sent, heartbeats aside.</summary>
    public int? LastOp { get; private set; }

    /// <summary>Resumes or identifies.</summary>
    public void Introduce()
    {
        if (session.Id is { } id)
        {
            Say(GatewayOp.Resume, GatewayPayload.Resume(run.Token, id, session.Sequence ?? 0));
        }
        else if (turn?.TrySpend() == true)
        {
            Say(GatewayOp.Identify, GatewayPayload.Identify(run.Token, shard, run.Shards));
        }
        else
        {
            socket.Leave(GatewayEnding.NoIdentifyLeft);
        }
    }

    /// <summary>Sends a heartbeat. One that Discord asked for is left out when there have been too many.</summary>
    public void Beat(bool isAsked) => socket.TrySend(GatewayPayload.Heartbeat(session.Sequence), isHeartbeat: !isAsked);

    private void Say(int op, byte[] frame)
    {
        LastOp = op;
        socket.TrySend(frame);
    }
}
