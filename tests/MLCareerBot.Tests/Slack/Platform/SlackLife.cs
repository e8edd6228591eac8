using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack;
using MLCareerBot.Tests.Slack.Protocol.Socket;
using MLCareerBot.Worker.Http;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>How the bot and Slack talk.</summary>
public enum SlackMode
{
    /// <summary>Over sockets that the bot opens.</summary>
    Sockets,

    /// <summary>Over HTTP requests that Slack signs.</summary>
    Http,
}

/// <summary>The real bot on the fake Slack, over real connections: a channel, a person and a clock that stands still.</summary>
internal sealed class SlackLife : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    // How long the bot waits for Slack's answer to a call.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(8);

    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private CancellationTokenSource _stop = new();
    private readonly List<TestBot> _bots = [];
    private HttpServer? _server;

    private SlackLife(FakeSlack slack, FakeClock clock)
    {
        (Slack, Clock) = (slack, clock);
        General = slack.AddChannel("general");
        Ana = slack.AddUser("ana");
    }

    /// <summary>The clock of both sides.</summary>
    public FakeClock Clock { get; }

    public FakeSlack Slack { get; }

    public FakeChannel General { get; }

    public FakeUser Ana { get; }

    public FakeChannel DirectMessages => Slack.DirectMessagesWith(Ana);

    /// <summary>What every bot remembers in; each has a store of its own if there is none.</summary>
    public TestStore? Store { get; init; }

    /// <summary>The bot that was started last.</summary>
    public TestBot Bot => _bots[^1];

    public IChatPlatform Platform => Bot.Services.GetRequiredService<IChatPlatform>();

    /// <summary>The end of the bot that was started last.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>A fake Slack and no bot yet.</summary>
    public static async Task<SlackLife> PrepareAsync(TestStore? store = null)
    {
        var clock = new FakeClock();
        return new(await FakeSlack.StartAsync(clock), clock) { Store = store };
    }

    /// <summary>A fake Slack with the bot connected.</summary>
    public static async Task<SlackLife> StartAsync(SlackMode mode = SlackMode.Sockets, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var life = await PrepareAsync();
        await life.StartBotAsync(mode, change, settings);
        return life;
    }

    /// <summary>Starts a bot and waits until it can be reached; <see cref="Running"/> is its life.</summary>
    public async Task StartBotAsync(SlackMode mode = SlackMode.Sockets, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        StartBot(mode, change, settings);
        await Bot.Log.UntilAsync("Slack ready:");
        if (mode == SlackMode.Sockets)
        {
            var connections = 2 * _bots.Count;
            await Slack.UntilConnectedAsync(connections);
            return;
        }

        await ListenAsync();
    }

    /// <summary>Starts the program's own web server for the bot, and has Slack deliver there.</summary>
    public async Task ListenAsync()
    {
        _server = new(Options.Create(new HttpOptions { Urls = AnyPort }), Bot.Services);
        await _server.StartAsync(CancellationToken.None);
        Slack.HttpEndpoints = HttpEndpoints.Below(new(_server.Addresses.First()));
    }

    /// <summary>Starts a bot.</summary>
    public void StartBot(SlackMode mode = SlackMode.Sockets, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var bot = new TestBot(services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Slack:BotToken"] = Slack.BotToken,
                [mode == SlackMode.Sockets ? "Slack:AppToken" : "Slack:SigningSecret"] = mode == SlackMode.Sockets ? Slack.AppToken : Slack.SigningSecret,
                ["Slack:ApiBaseUrl"] = Slack.ApiBaseUrl.ToString(),
                ["Http:Urls"] = AnyPort,
            }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
            services.AddSlack();
            change?.Invoke(services);
        }, clock: Clock, store: Store);
        _bots.Add(bot);
        Running = Platform.RunAsync(_stop.Token);
    }

    /// <summary>Stops the bots and waits for the end of the last. What it acknowledged, it acknowledged as Slack takes it.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running;
        Assert.Empty(Slack.Envelopes.Select(envelope => envelope.Problem).Concat(Slack.HttpAnswers.Select(answer => answer.Problem)).OfType<string>());
    }

    /// <summary>Ends the program, whatever it is at, so that another can take its place.</summary>
    public async Task EndBotAsync()
    {
        await _stop.CancelAsync();
        await PassUntilAsync(() => Running.IsCompleted);
        await Running;
        Bot.Dispose();
        _bots.Remove(Bot);
        _stop.Dispose();
        _stop = new();
    }

    /// <summary>Ana sends a slash command in the channel, or elsewhere, and sees the answer.</summary>
    public async Task<FakeMessage> CommandAsync(string text, FakeChannel? channel = null, string command = "/career", FakeUser? by = null) =>
        await PrivateAnswerAsync(() => Slack.SlashCommandAsync(by ?? Ana, channel ?? General, command, text), by);

    /// <summary>Ana clicks the button with this label, and alone sees the answer.</summary>
    public Task<FakeMessage> ClickAsync(FakeMessage message, string label) =>
        PrivateAnswerAsync(() => Slack.ClickAsync(Ana, message, message.ButtonId(label)));

    /// <summary>Does something, and waits for what only the person who did it sees then.</summary>
    public async Task<FakeMessage> PrivateAnswerAsync(Func<Task> act, FakeUser? by = null)
    {
        var before = Slack.EphemeralsFor(by ?? Ana).Count;
        await act();
        await Slack.UntilAsync(() => Slack.EphemeralsFor(by ?? Ana).Count > before);
        return Slack.EphemeralsFor(by ?? Ana)[before];
    }

    /// <summary>Does something, and waits for what everyone in a channel sees then from the bot.</summary>
    public async Task<FakeMessage> PublicAnswerAsync(FakeChannel channel, Func<Task> act)
    {
        var before = Slack.BotMessages(channel).Count;
        await act();
        await Slack.UntilAsync(() => Slack.BotMessages(channel).Count > before);
        return Slack.BotMessages(channel)[before];
    }

    /// <summary>Comes back once all that was delivered before has been taken in: a later command has been answered.</summary>
    public Task MarkAsync() => CommandAsync("sources");

    /// <summary>Lets time pass, once the bot has heard from Slack about all that it wrote.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SocketBed.UntilAsync(() => !Clock.Waits.Contains(AnswerTime));
        Clock.Advance(time);
    }

    /// <summary>Lets time pass, a second at a time, until something is done.</summary>
    public async Task<T> PassUntilDoneAsync<T>(Task<T> work)
    {
        await PassUntilAsync(() => work.IsCompleted);
        return await work;
    }

    /// <summary>Lets time pass, a second at a time, until something is so.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(10, late.Token);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_server is not null)
        {
            await _server.StopAsync(CancellationToken.None);
        }

        // It may be at work on something that only time ends.
        await PassUntilAsync(() => Running.IsCompleted);
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bots.ForEach(bot => bot.Dispose());
        await Slack.DisposeAsync();
        _stop.Dispose();
    }
}
