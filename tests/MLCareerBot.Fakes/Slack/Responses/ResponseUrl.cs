namespace MLCareerBot.Fakes.Slack;

/// <summary>An address at which the app may answer one command or one click: five times, for half an hour.</summary>
internal sealed class ResponseUrl(Delivery delivery, DateTimeOffset issuedAt)
{
    private const int MostUses = 5;

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private int _uses;

    public FakeChannel Channel => delivery.Channel ?? throw new InvalidOperationException("Only what happens in a channel is answered there.");

    public FakeUser User => delivery.User ?? throw new InvalidOperationException("Only what a user does is answered.");

    public bool IsOfCommand => delivery.Kind == DeliveryKind.SlashCommand;

    /// <summary>What "the original" means: the message that was clicked, or else the first answer.</summary>
    public FakeMessage? Original { get; set; } = delivery.Message;

    /// <summary>Counts one use. The error when there is none left.</summary>
    public string? Use(DateTimeOffset now) =>
        now - issuedAt > Life ? "expired_url"
        : ++_uses > MostUses ? "used_url"
        : null;
}
