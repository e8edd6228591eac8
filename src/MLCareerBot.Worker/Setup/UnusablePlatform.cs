using MLCareerBot.Chat;

namespace MLCareerBot.Worker.Setup;

/// <summary>Stands for a platform whose settings are wrong, so that the others go on without it and health says why.</summary>
/// <param name="name">Its name.</param>
/// <param name="fault">What is wrong, for the operator.</param>
internal sealed class UnusablePlatform(string name, string fault) : IChatPlatform
{
    public string Name => name;

    public PlatformStatus Status => new(PlatformState.Stopped, fault);

    public Task RunAsync(CancellationToken cancellationToken) => Task.FromException(new PlatformStoppedException(fault));

    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(new SendResult(SendOutcome.PlatformStopped));

    public Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken) => Task.FromResult(PlaceFinding.Closed(fault));

    public Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
