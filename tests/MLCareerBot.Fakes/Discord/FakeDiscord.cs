using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>
/// Discord on this machine: REST v10 and the gateway over real sockets, with people who talk to the bot,
/// a record of all that the bot did, and a script of what goes wrong.
/// </summary>
public sealed partial class FakeDiscord : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Changes _changes = new();
    private readonly World _world;
    private readonly Recorder _recorder;
    private readonly EarlyWatch _early;
    private readonly RestApi _rest;
    private readonly GatewayServer _gatewayServer;
    private LoopbackServer? _server;

    private FakeDiscord(TimeProvider clock)
    {
        _world = new(clock);
        _recorder = new(_changes);
        _early = new(clock);
        RateLimits = new(clock);
        Gateway = new(_world, _recorder);
        _gatewayServer = new(_world, Gateway, _recorder);
        _rest = new(_world, _recorder, Faults, RateLimits, _early, Routes());
    }

    /// <summary>Where the bot sends its requests; ends in <c>/api/v10/</c>.</summary>
    public Uri ApiBaseUrl { get; private set; } = new("http://127.0.0.1");

    /// <summary>The bot's token.</summary>
    public string Token => _world.Token;

    /// <summary>The application that the bot belongs to. As with old applications, not the same as the bot's user.</summary>
    public string ApplicationId => _world.ApplicationId;

    /// <summary>The bot's user.</summary>
    public FakeUser Bot => _world.Bot;

    /// <summary>The id of the bot's user.</summary>
    public string BotUserId => Bot.Id;

    /// <summary>The gateway's settings and script.</summary>
    public FakeGateway Gateway { get; }

    /// <summary>The script of what goes wrong with requests.</summary>
    public Faults Faults { get; } = new();

    /// <summary>How many requests are allowed.</summary>
    public RateLimits RateLimits { get; }

    /// <summary>Starts on a free port. The clock decides about limits, deadlines and ids; it is the machine's at first.</summary>
    public static async Task<FakeDiscord> StartAsync(TimeProvider? clock = null)
    {
        var discord = new FakeDiscord(clock ?? TimeProvider.System);
        discord._server = await LoopbackServer.StartAsync(discord.AnswerAsync);
        var authority = discord._server.Address.Authority;
        discord.ApiBaseUrl = new($"http://{authority}{RestApi.Root}");
        discord.Gateway.Address = new($"ws://{authority}");
        return discord;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await _stopping.CancelAsync();
            await server.DisposeAsync();
            _stopping.Dispose();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await (context.WebSockets.IsWebSocketRequest
                ? _gatewayServer.ServeAsync(context, _stopping.Token)
                : _rest.AnswerAsync(context, _stopping.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The client gave up, or the fake is stopping.
            context.Abort();
        }
        finally
        {
            _changes.Signal();
        }
    }

    private List<Route> Routes()
    {
        var writer = new MessageWriter(_world);
        var answers = new AnswerWriter(_world, writer, Gateway);
        return
        [
            .. new AccountRoutes(_world, Gateway).All,
            .. new CommandRoutes(_world).All,
            .. new MessageRoutes(_world, writer, Gateway).All,
            .. new InteractionRoutes(_world, answers).All,
            .. new WebhookRoutes(_world, answers).All,
        ];
    }
}
