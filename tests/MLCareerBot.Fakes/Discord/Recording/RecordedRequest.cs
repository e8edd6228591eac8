using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>An HTTP request as it came in, and what was answered.</summary>
public sealed record RecordedRequest
{
    /// <summary>The first request is number 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it came, by the fake's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>GET, POST, PUT, PATCH or DELETE.</summary>
    public required string Method { get; init; }

    /// <summary>The path below <c>/api/v10/</c>, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark, or nothing.</summary>
    public required string Query { get; init; }

    /// <summary>The route it was taken for, such as <c>channels/{channel}/messages</c>; null when there is none.</summary>
    public required string? Route { get; init; }

    /// <summary>Header names and values.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The JSON body, or the <c>payload_json</c> of a multipart one.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The files of a multipart body.</summary>
    public IReadOnlyList<RecordedFile> Files { get; init; } = [];

    /// <summary>The status that went back; null while, or because, there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>The value of <c>X-RateLimit-Scope</c> that went back with a 429.</summary>
    public string? LimitScope { get; init; }

    /// <summary>Whether it carried the bot's token.</summary>
    public bool HasAuthorization => Headers.ContainsKey("Authorization");

    /// <summary>Whether Discord would count it towards an invalid-request ban.</summary>
    public bool IsInvalid => Status is 401 or 403 || (Status == 429 && LimitScope != "shared");

    /// <inheritdoc />
    public override string ToString() => $"#{Sequence} {At:HH:mm:ss.fff} {Method} {Path}{Query} -> {Status?.ToString() ?? "no answer"}";
}
