using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>
/// A Slack workspace with one app, on loopback: Web API, Socket Mode, signed HTTP deliveries and <c>response_url</c>.
/// It keeps a record of all that the app does, and goes wrong when told to.
/// </summary>
public sealed partial class FakeSlack : IAsyncDisposable
{
    // For a test that would wait for ever; nothing that goes well takes this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Changes _changes = new();
    private readonly World _world;
    private readonly Recorder _recorder;
    private readonly WebApi _api;
    private readonly ResponseServer _responses;
    private readonly HttpDeliverer _http;
    private LoopbackServer? _server;

    private FakeSlack(TimeProvider clock)
    {
        _world = new(clock);
        _recorder = new(_changes);
        var urls = new ResponseUrls(_world);
        var writer = new ResponseWriter(_world);
        var views = new ViewMethods(_world);
        var effects = new AckEffects(_world, urls, writer, views, _changes);
        SocketMode = new(_world, _recorder, _changes, effects);
        Events = new(_world);
        Interactions = new(_world, urls);
        _responses = new(_world, urls, writer, _recorder, _changes, Faults);
        _http = new(_world, _recorder, effects, _stopping.Token);
        _api = new(_world, _recorder, _changes, Faults, Limits,
        [
            SocketMode.OpenMethod,
            .. new PeopleMethods(_world).All,
            .. new ChatMethods(_world).All,
            .. new ConversationMethods(_world).All,
            .. views.All,
            .. new AssistantMethods(_world).All,
        ]);
    }

    /// <summary>Where the Web API is; ends in <c>/api/</c>.</summary>
    public Uri ApiBaseUrl => new(_world.Address, WebApi.Root);

    /// <summary>The bot's token, for the Web API.</summary>
    public string BotToken => _world.BotToken;

    /// <summary>The app-level token, for Socket Mode.</summary>
    public string AppToken => _world.AppToken;

    /// <summary>What deliveries over HTTP are signed with.</summary>
    public string SigningSecret => _world.SigningSecret;

    /// <summary>The workspace.</summary>
    public string TeamId => _world.TeamId;

    /// <summary>The app.</summary>
    public string AppId => _world.AppId;

    /// <summary>The bot as an author of messages.</summary>
    public string BotId => _world.BotId;

    /// <summary>The bot as a member of the workspace.</summary>
    public string BotUserId => _world.Bot.Id;

    /// <summary>What goes wrong with requests.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Slack's rate limits, off unless switched on.</summary>
    public RateLimits Limits { get; } = new();

    /// <summary>The sockets, and what can be done to them.</summary>
    public SocketMode SocketMode { get; }

    /// <summary>Writes events without delivering them.</summary>
    public EventWriter Events { get; }

    /// <summary>Writes commands and interactions without delivering them.</summary>
    public InteractionWriter Interactions { get; }

    /// <summary>Starts on a free port.</summary>
    public static async Task<FakeSlack> StartAsync(TimeProvider? clock = null)
    {
        var slack = new FakeSlack(clock ?? TimeProvider.System);
        slack._server = await LoopbackServer.StartAsync(slack.AnswerAsync);
        slack._world.Address = slack._server.Address;
        return slack;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        SocketMode.Dispose();
        _stopping.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await RouteAsync(context);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The app has gone, or the fake is being stopped: there is nobody to answer.
        }
    }

    private Task RouteAsync(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal) ? SocketMode.AcceptAsync(context, _stopping.Token)
        : context.Request.Path.StartsWithSegments("/response", StringComparison.Ordinal) ? _responses.AnswerAsync(context, _stopping.Token)
        : _api.AnswerAsync(context, _stopping.Token);
}
