using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Slack.Protocol.Socket;

namespace MLCareerBot.Slack.Platform;

/// <summary>Slack, from what comes in to the answers: over sockets, or over HTTP where there is no token for sockets.</summary>
internal sealed class SlackPlatform(
    SlackSession session,
    SocketModeClient sockets,
    EnvelopeIntake intake,
    OngoingWork work,
    SlackDelivery delivery,
    SlackPeople people,
    KeptEvents kept,
    PlaceWatch places,
    IOptions<SlackOptions> options,
    IConfiguration settings) : IChatPlatform
{
    /// <summary>The name in addresses and settings.</summary>
    public const string PlatformName = "slack";

    /// <summary>A container is killed ten seconds after it was asked to stop; the sockets need two of them.</summary>
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(6);

    private const string NobodyListens =
        "Slack:SigningSecret without Slack:AppToken means HTTP mode, which needs an address to listen at: "
        + "set Http:Urls, to http://127.0.0.1:8080 for one, or set Slack:AppToken to use Socket Mode.";

    private static readonly PlatformStatus NotConnected = new(PlatformState.Starting, "Not connected yet.");
    private static readonly PlatformStatus Listening = new(PlatformState.Ready, "Listening for Slack over HTTP.");

    private PlatformStatus? _end;

    public string Name => PlatformName;

    public PlatformStatus Status => _end ?? session.Describe(
        !session.IsOpen ? NotConnected
        : options.Value.IsSocketMode ? sockets.Status
        : Listening);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!options.Value.IsSocketMode && !settings.ListensOverHttp())
            {
                throw new PlatformStoppedException(NobodyListens);
            }

            await session.OpenAsync(cancellationToken);
            places.IsIn(PlatformName, session.TeamId);
            await ServeAsync(cancellationToken);
            _end = new(PlatformState.Stopped, "It was told to stop.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _end = new(PlatformState.Stopped, "It was told to stop.");
        }
        catch (PlatformStoppedException exception)
        {
            session.Break(exception);
            _end = new(PlatformState.Stopped, exception.Message);
            throw;
        }
        finally
        {
            await work.FinishAsync(DrainTime);
        }
    }

    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) => _end is null || session.IsRemoved
        ? delivery.SendAsync(message, cancellationToken)
        : Task.FromResult(new SendResult(SendOutcome.PlatformStopped));

    public Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken) =>
        place.DirectUser is null ? people.ExamineAsync(place.Conversation, asker.Id, cancellationToken) : Task.FromResult(PlaceFinding.Open);

    public Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken) => people.FindZoneAsync(user, cancellationToken);

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = options.Value.IsSocketMode
            ? sockets.RunAsync(intake.TakeAsync, stop.Token)
            : Task.Delay(Timeout.InfiniteTimeSpan, stop.Token);
        var watching = kept.WatchAsync(PlatformName, intake.Resume, stop.Token);
        await Task.WhenAny(serving, session.Broken);
        await stop.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (session.Broken.IsCompleted)
        {
            throw await session.Broken;
        }

        await serving;
    }
}
