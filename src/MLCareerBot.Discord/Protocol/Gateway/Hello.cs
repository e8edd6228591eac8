using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The first thing Discord says: https://discord.com/developers/docs/events/gateway#hello-event.</summary>
internal static class Hello
{
    // Discord says 41.25 s. These keep a wrong number from becoming a flood or a timer that never rings.
    private const double LeastMilliseconds = 100;
    private const double MostMilliseconds = 3_600_000;

    /// <summary>The time from heartbeat to heartbeat; null if there is none in it.</summary>
    public static TimeSpan? ReadInterval(ReadOnlySpan<byte> data)
    {
        var hello = JsonElement.Parse(data.IsEmpty ? "null"u8 : data);
        return hello.ValueKind == JsonValueKind.Object
            && hello.TryGetProperty("heartbeat_interval", out var interval)
            && interval.ValueKind == JsonValueKind.Number
            && interval.TryGetDouble(out var milliseconds)
                ? TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, LeastMilliseconds, MostMilliseconds))
                : null;
    }
}
