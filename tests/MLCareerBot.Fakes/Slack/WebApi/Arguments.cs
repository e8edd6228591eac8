using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>The arguments of a call, whether they came as a form, as JSON or in the query.</summary>
internal sealed record Arguments(JsonObject Json, string? BrokenWith = null)
{
    // In a form these are JSON within a string.
    private static readonly HashSet<string> Structured = ["blocks", "attachments", "view", "metadata", "prompts", "unfurls"];

    public static Arguments None { get; } = new([]);

    public static async Task<Arguments> ReadAsync(HttpRequest request)
    {
        var json = new JsonObject();
        foreach (var (name, value) in request.Query)
        {
            json[name] = Read(name, value.ToString());
        }

        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync())
            {
                json[name] = Read(name, value.ToString());
            }

            return new(json);
        }

        return request.HasJsonContentType() ? await ReadJsonAsync(request) : new(json);
    }

    public string? Text(string name) => Json[name] is JsonValue value ? value.ToString() is { Length: > 0 } text ? text : null : null;

    public bool IsTrue(string name) => Text(name) is "true" or "1";

    public int Number(string name, int otherwise) => int.TryParse(Text(name), out var number) ? number : otherwise;

    public bool Has(string name) => Json.ContainsKey(name);

    /// <summary>A structured argument; a refusal when it is there and is not of the expected kind.</summary>
    public T? Structure<T>(string name, string error)
        where T : JsonNode
    {
        return Json[name] switch
        {
            null => null,
            T node => node,
            JsonValue value when value.TryGetValue(out string? text) && text.Length == 0 => null,
            _ => throw new Refusal(error),
        };
    }

    private static async Task<Arguments> ReadJsonAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return JsonReading.Parse(memory.ToArray()) switch
        {
            JsonObject json => new(json),
            null => new([], "invalid_json"),
            _ => new([], "json_not_object"),
        };
    }

    private static JsonNode? Read(string name, string value) =>
        Structured.Contains(name) && JsonReading.Parse(Encoding.UTF8.GetBytes(value)) is { } node ? node : JsonValue.Create(value);
}
