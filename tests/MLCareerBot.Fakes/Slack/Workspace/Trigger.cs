namespace MLCareerBot.Fakes.Slack;

/// <summary>A user's leave to open one modal, for three seconds.</summary>
internal sealed class Trigger(string userId, DateTimeOffset at)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    public string UserId => userId;

    public bool IsUsed { get; set; }

    public bool HasExpired(DateTimeOffset now) => now - at > Life;
}
