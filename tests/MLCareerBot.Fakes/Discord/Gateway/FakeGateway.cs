namespace MLCareerBot.Fakes.Discord;

/// <summary>The gateway: how it is set up, and the script of what it does to its clients.</summary>
public sealed partial class FakeGateway
{
    private readonly World _world;
    private readonly Recorder _recorder;
    private readonly List<GatewayConnection> _connections = [];
    private readonly Dictionary<string, GatewaySession> _sessions = [];

    internal FakeGateway(World world, Recorder recorder) => (_world, _recorder) = (world, recorder);

    /// <summary>Where to connect first.</summary>
    public Uri Address { get; internal set; } = new("ws://127.0.0.1");

    /// <summary>Where to connect for a resume; another one, so that a mix-up shows.</summary>
    public Uri ResumeAddress => new($"{Address.OriginalString}/resume");

    /// <summary>How often clients are told to send a heartbeat.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Whether heartbeats are answered.</summary>
    public bool AcknowledgesHeartbeats { get; set; } = true;

    /// <summary>Whether new connections are let in, or refused with 503.</summary>
    public bool AcceptsConnections { get; set; } = true;

    /// <summary>Whether a new connection is greeted with HELLO.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>Whether IDENTIFY is answered with READY, or with nothing.</summary>
    public bool AnswersIdentify { get; set; } = true;

    /// <summary>Whether sessions can be resumed, or are answered with op 9, false.</summary>
    public bool AcceptsResume { get; set; } = true;

    /// <summary>Whether READY has the undocumented <c>private_channels</c>, which some clients need.</summary>
    public bool SendsPrivateChannels { get; set; } = true;

    /// <summary>Whether identifying faster than allowed is answered with op 9, false.</summary>
    public bool EnforcesMaxConcurrency { get; set; }

    /// <summary>The intents that this bot may ask for: all but the privileged ones.</summary>
    public long AllowedIntents { get; set; } = Intents.Known & ~Intents.Privileged;

    /// <summary>When set, messages on new connections are cut into WebSocket fragments of this size.</summary>
    public int? FragmentBytes { get; set; }

    /// <summary>How many shards <c>gateway/bot</c> recommends.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Identifying with fewer shards is closed with 4011.</summary>
    public int MinimumShards { get; set; } = 1;

    /// <summary>What <c>gateway/bot</c> says about the sessions left to start; each IDENTIFY takes one.</summary>
    public SessionStarts SessionStarts { get; set; } = SessionStarts.Ordinary;

    /// <summary>How many sessions are connected and ready now.</summary>
    public int ReadySessions
    {
        get
        {
            lock (_world.Gate)
            {
                return _sessions.Values.Count(session => session.Connection is not null);
            }
        }
    }

    /// <summary>How many connections are open now, whether or not they got as far as a session.</summary>
    public int OpenConnections
    {
        get
        {
            lock (_world.Gate)
            {
                return _connections.Count(connection => !connection.IsClosed);
            }
        }
    }
}
