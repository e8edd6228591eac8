using System.Threading.Channels;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Discord.Protocol.Gateway;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>A gateway client on a fake Discord, over real sockets; time moves only when told to.</summary>
internal sealed class RunningGateway : IAsyncDisposable
{
    // Only a test that fails waits for as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<GatewayDispatch> _events = Channel.CreateUnbounded<GatewayDispatch>();
    private int _pausesSeen;

    private RunningGateway(FakeDiscord discord, FakeClock clock)
    {
        (Discord, Clock, OnDispatch) = (discord, clock, dispatch => _events.Writer.TryWrite(dispatch));
        Options = new() { Token = discord.Token, ApiBaseUrl = discord.ApiBaseUrl, StateDirectory = Folder };
        Info = _ => Task.FromResult(InfoOf(discord.Gateway));
    }

    public FakeDiscord Discord { get; }

    public FakeGateway Gateway => Discord.Gateway;

    public FakeClock Clock { get; }

    public GatewayLogSpy Log { get; } = new();

    public DiscordOptions Options { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("gateway").FullName;

    /// <summary>Set before <see cref="Start"/> to hear events otherwise than by <see cref="NextAsync"/>.</summary>
    public Action<GatewayDispatch> OnDispatch { get; set; }

    /// <summary>Set before <see cref="Start"/> to answer otherwise about the gateway.</summary>
    public Func<CancellationToken, Task<GatewayInfo>> Info { get; set; }

    public Task Run { get; private set; } = Task.CompletedTask;

    public PlatformStatus Status => Client.Shards[0];

    public GatewayClient Client { get; private set; } = null!; // By Start.

    /// <summary>A fake Discord, and a client that has not started yet.</summary>
    public static async Task<RunningGateway> PrepareAsync()
    {
        var clock = new FakeClock();
        var discord = await FakeDiscord.StartAsync(clock);
        discord.Gateway.SendsPrivateChannels = false;
        return new(discord, clock);
    }

    /// <summary>A client that is connected and has a session.</summary>
    public static async Task<RunningGateway> ReadyAsync()
    {
        var gateway = await PrepareAsync();
        gateway.Start();
        await gateway.NextAsync("READY");
        return gateway;
    }

    public static GatewayInfo InfoOf(FakeGateway gateway) => new(
        gateway.Address, gateway.Shards, gateway.SessionStarts.Remaining, gateway.SessionStarts.ResetAfter, gateway.SessionStarts.MaxConcurrency);

    public void Start()
    {
        Client = new(Options, Info, Clock, new Random(4609), Log);
        Run = Client.RunAsync(dispatch => OnDispatch(dispatch), _stop.Token);
    }

    /// <summary>Whether it waits for its next connection.</summary>
    public bool IsPausing => Log.Pauses > _pausesSeen;

    /// <summary>The next event of one of the types; those before it are passed over.</summary>
    public async Task<GatewayDispatch> NextAsync(params string[] types)
    {
        using var late = new CancellationTokenSource(Patience);
        while (true)
        {
            var dispatch = await _events.Reader.ReadAsync(late.Token);
            if (types.Contains(dispatch.Type))
            {
                return dispatch;
            }
        }
    }

    /// <summary>Comes back once the client waits for its next connection, with the time it still waits.</summary>
    public async Task<TimeSpan> UntilItPausesAsync()
    {
        // The connection's own timers are gone by the time the pause is logged.
        var left = await Clock.UntilSomethingWaitsAsync(_ => IsPausing);
        _pausesSeen++;
        return left;
    }

    /// <summary>Lets the client wait for its next connection and says how long it did.</summary>
    public async Task<TimeSpan> PassThePauseAsync()
    {
        var left = await UntilItPausesAsync();
        Clock.Advance(left);
        return left;
    }

    /// <summary>Comes back once the client has worked through all that it was sent so far.</summary>
    public async Task CaughtUpAsync()
    {
        var beats = Beats;
        await Gateway.RequestHeartbeatAsync();
        await Discord.UntilAsync(() => Beats > beats);
    }

    public int Beats => Count(1);

    /// <summary>How many frames with an opcode the client sent.</summary>
    public int Count(int op) => Discord.Frames.Count(frame => frame.Op == op);

    public Task StopAsync()
    {
        _stop.Cancel();
        return Run;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Discord.DisposeAsync();
        await Run.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
