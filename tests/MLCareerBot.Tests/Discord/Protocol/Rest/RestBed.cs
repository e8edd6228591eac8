using MLCareerBot.Discord;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

/// <summary>The real client with a clock that moves when told to, and a script or a socket where Discord would be.</summary>
internal sealed class RestBed : IDisposable
{
    public const string BotToken = "AAAAAAAA.BBBBBB.CCCCCCCCCCCC-secret";

    /// <summary>How long one attempt may take.</summary>
    public static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(8);

    /// <summary>How long the first answer to an interaction may take.</summary>
    public static readonly TimeSpan CallbackTime = TimeSpan.FromSeconds(3);

    private readonly DiscordRest _rest;

    public RestBed(Uri? api = null)
    {
        Discord = new(Clock);
        HttpMessageHandler handler = api is null ? Discord : RestTransport.NewHandler(api);
        var options = new DiscordOptions { Token = BotToken, ApiBaseUrl = api ?? DiscordOptions.OfficialApi };
        _rest = new(options, handler, Clock, () => 0.5, Log);
        Api = new(_rest);
    }

    public FakeClock Clock { get; } = new();

    public TestLog Log { get; } = new();

    public ScriptedDiscord Discord { get; }

    public DiscordApi Api { get; }

    /// <summary>An interaction with a secret token.</summary>
    public static Interaction Interaction { get; } = new() { Id = "31", ApplicationId = "32", Token = "interaction-secret" };

    public static InteractionResponse<MessageBody> Response { get; } = new(ResponseType.Message, Body());

    public static MessageBody Body(string? nonce = null) => new()
    {
        Components = [Component.Text("Hello")],
        Nonce = nonce,
        EnforceNonce = nonce is null ? null : true,
    };

    /// <summary>Moves the clock on by whatever is waited for between attempts, until the task has ended, well or not.</summary>
    public async Task PlayAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            var waiting = Clock.UntilSomethingWaitsAsync(IsBetweenAttempts);
            if (await Task.WhenAny(task, waiting) == waiting)
            {
                await waiting;
                Clock.Advance(Clock.Waits.Where(IsBetweenAttempts).DefaultIfEmpty().Min());
            }
        }
    }

    /// <summary>Plays a task to its end.</summary>
    public async Task<T> ResultAsync<T>(Task<T> task)
    {
        await PlayAsync(task);
        return await task;
    }

    /// <summary>Plays a task to the exception that must be its end.</summary>
    public async Task<TException> FailureAsync<TException>(Task task)
        where TException : Exception
    {
        await PlayAsync(task);
        return await Assert.ThrowsAsync<TException>(() => task);
    }

    public void Dispose()
    {
        _rest.Dispose();
        Discord.Dispose();
        Log.Dispose();
    }

    private static bool IsBetweenAttempts(TimeSpan wait) => wait != AttemptTime && wait != CallbackTime && wait > TimeSpan.Zero;
}
