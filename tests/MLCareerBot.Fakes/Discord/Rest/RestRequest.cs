using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A request that found its route.</summary>
internal sealed record RestRequest(IReadOnlyDictionary<string, string> Ids, IQueryCollection Query, JsonNode? Body, IReadOnlyList<RecordedFile> Files)
{
    /// <summary>The body as an object; an empty one when it is anything else.</summary>
    public JsonObject Form => Body as JsonObject ?? [];

    /// <summary>A part of the path, by its name in the route.</summary>
    public string this[string name] => Ids[name];
}
