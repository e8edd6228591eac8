using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>What a shard needs to go on with its session on another connection.</summary>
internal sealed class GatewaySession
{
    private const int MaxIdLength = 200;
    private const long None = -1;

    private long _sequence = None;
    private long? _unreadableAfter;
    private int _unreadable;

    /// <summary>The number of the last event received; null before the first. Safe from any thread.</summary>
    public long? Sequence
    {
        get => Interlocked.Read(ref _sequence) is var sequence and not None ? sequence : null;
        set => Interlocked.Exchange(ref _sequence, value ?? None);
    }

    /// <summary>Null without a session to go on with.</summary>
    public string? Id { get; private set; }

    /// <summary>Where to resume, unchecked; null where Discord named no address.</summary>
    public Uri? ResumeUrl { get; private set; }

    /// <summary>Takes what READY says. Without a usable id there is nothing to resume, and the bot works all the same.</summary>
    public void Begin(JsonElement ready)
    {
        Id = Text(ready, "session_id") is { Length: > 0 and <= MaxIdLength } id ? id : null;
        ResumeUrl = Uri.TryCreate(Text(ready, "resume_gateway_url"), UriKind.Absolute, out var url) ? url : null;
    }

    /// <summary>The session is void.</summary>
    public void Forget() => (Id, ResumeUrl, Sequence) = (null, null, null);

    /// <summary>Counts a message that could not be read.</summary>
    /// <param name="isNew">Whether it is the first since the last event that could.</param>
    public int CountUnreadable(out bool isNew)
    {
        var after = Interlocked.Read(ref _sequence);
        isNew = _unreadableAfter != after;
        _unreadableAfter = after;
        return ++_unreadable;
    }

    private static string? Text(JsonElement ready, string name) =>
        ready.ValueKind == JsonValueKind.Object && ready.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
