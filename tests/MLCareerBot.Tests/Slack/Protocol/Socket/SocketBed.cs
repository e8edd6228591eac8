using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Socket;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack.Protocol.Socket;

/// <summary>The real client and a fake Slack, with real sockets between them and a clock that moves when told to.</summary>
internal sealed class SocketBed : IAsyncDisposable
{
    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<SlackEnvelope> _taken = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly LoggerFactory _loggers;
    private readonly SlackWeb _web;
    private Task _running = Task.CompletedTask;

    private SocketBed(FakeSlack slack, FakeClock clock)
    {
        (Slack, Clock) = (slack, clock);
        User = slack.AddUser("mia");
        Channel = slack.AddChannel("career");
        _loggers = new([Log]);
        var options = new SlackOptions { BotToken = slack.BotToken, AppToken = slack.AppToken, ApiBaseUrl = slack.ApiBaseUrl };
        _web = new(options, WebTransport.NewHandler(), clock, new Middle(), Log);
        Client = new(new SlackApi(_web, clock).OpenConnectionAsync, clock, new Middle(), _loggers.CreateLogger<SocketModeClient>());
    }

    public FakeSlack Slack { get; }

    public FakeClock Clock { get; }

    public FakeUser User { get; }

    public FakeChannel Channel { get; }

    public TestLog Log { get; } = new();

    public SocketModeClient Client { get; }

    /// <summary>What to do with an envelope.</summary>
    public EnvelopeHandler Decide { get; set; } = _ => Task.FromResult(EnvelopeAnswer.Ack);

    /// <summary>What was handed on.</summary>
    public IReadOnlyCollection<SlackEnvelope> Taken => _taken;

    /// <summary>How often a socket was asked for.</summary>
    public int Opens => Slack.RequestsTo("apps.connections.open").Count;

    public static async Task<SocketBed> StartAsync()
    {
        var clock = new FakeClock();
        return new(await FakeSlack.StartAsync(clock), clock);
    }

    /// <summary>Starts the client, and comes back once both sockets are up.</summary>
    public static async Task<SocketBed> ConnectAsync()
    {
        var bed = await StartAsync();
        bed.Run();
        await bed.UntilUpAsync(2);
        return bed;
    }

    public void Run() => _running = Client.RunAsync(TakeAsync, _stop.Token);

    /// <summary>Comes back once so many sockets are up, on both sides.</summary>
    public async Task UntilUpAsync(int sockets)
    {
        await Slack.UntilConnectedAsync(sockets);
        await UntilAsync(() => Client.Status.Detail == (sockets == 1 ? "Connected with one socket." : $"Connected with {sockets} sockets."));
    }

    /// <summary>Looks until something is true that nothing announces.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!condition())
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Comes back once the client waits for so long, and lets that time pass.</summary>
    public async Task PassAsync(double seconds)
    {
        await Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(seconds));
        Clock.Advance(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Comes back once the client waits for so long in so many places.</summary>
    public Task UntilWaitsAsync(int places, double seconds) =>
        UntilAsync(() => Clock.Waits.Count(wait => wait == TimeSpan.FromSeconds(seconds)) == places);

    public async Task<Delivery> MentionAsync()
    {
        var delivery = await Slack.MentionAsync(User, Channel, "Hello");
        await Slack.UntilAcknowledgedAsync(delivery);
        return delivery;
    }

    /// <summary>Ends the client, and says how it ended.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await EndAsync();
    }

    /// <summary>Waits until the client has ended by itself.</summary>
    public Task EndAsync() => _running.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Slack.DisposeAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _web.Dispose();
        _loggers.Dispose();
        _stop.Dispose();
    }

    private Task<EnvelopeAnswer> TakeAsync(SlackEnvelope envelope)
    {
        _taken.Enqueue(envelope);
        return Decide(envelope);
    }

    /// <summary>Makes every chance an even one: waits of 0.75, 1.25, 2.25, 4.25 ... seconds.</summary>
    private sealed class Middle : Random
    {
        public override double NextDouble() => 0.5;
    }
}
