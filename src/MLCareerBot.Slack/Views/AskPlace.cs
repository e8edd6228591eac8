namespace MLCareerBot.Slack.Views;

/// <summary>Where a form was opened, and so where its answer goes. It travels with the form, unseen.</summary>
/// <param name="Channel">Id of the channel or direct message.</param>
/// <param name="Thread">The thread in it, or null.</param>
internal sealed record AskPlace(string Channel, string? Thread = null)
{
    private const int LongestId = 64;

    /// <summary>As a form carries it.</summary>
    public string Write() => Thread is null ? Channel : $"{Channel} {Thread}";

    /// <summary>What a form carries, or null if it is nothing of ours.</summary>
    public static AskPlace? Read(string? metadata) => metadata?.Split(' ') switch
    {
        [var channel] when IsId(channel) => new(channel),
        [var channel, var thread] when IsId(channel) && IsTime(thread) => new(channel, thread),
        _ => null,
    };

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(char.IsAsciiLetterOrDigit);

    private static bool IsTime(string time) => time.Length is > 0 and <= LongestId && time.All(sign => char.IsAsciiDigit(sign) || sign == '.');
}
