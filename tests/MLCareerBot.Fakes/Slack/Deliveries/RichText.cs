using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What a person typed, as Slack passes it on.</summary>
internal static class RichText
{
    /// <summary>Slack turns these three, and only these three, into entities.</summary>
    public static string Escape(string typed) => typed
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The block that comes with every message of a person.</summary>
    public static JsonArray Block(string typed, string? mentioned = null)
    {
        JsonArray parts = mentioned is null ? [] : [new JsonObject { ["type"] = "user", ["user_id"] = mentioned }];
        parts.Add(new JsonObject { ["type"] = "text", ["text"] = mentioned is null ? typed : $" {typed}" });
        var section = new JsonObject { ["type"] = "rich_text_section", ["elements"] = parts };
        return [new JsonObject { ["type"] = "rich_text", ["block_id"] = Ids.Secret()[..5], ["elements"] = new JsonArray(section) }];
    }
}
