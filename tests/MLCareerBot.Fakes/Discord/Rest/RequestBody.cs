using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The body of a request: JSON by itself, or in <c>payload_json</c> with files beside it.</summary>
internal sealed record RequestBody(JsonNode? Json, IReadOnlyList<RecordedFile> Files, bool IsBroken)
{
    public static RequestBody None { get; } = new(null, [], IsBroken: false);

    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            return await ReadFormAsync(request);
        }

        var bytes = await ReadAllAsync(request.Body);
        return bytes.Length == 0 ? None : Parse(bytes, []);
    }

    private static async Task<RequestBody> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var files = new List<RecordedFile>();
        foreach (var file in form.Files)
        {
            files.Add(new(file.Name, file.FileName, file.ContentType, await ReadAllAsync(file.OpenReadStream())));
        }

        var payload = (string?)form["payload_json"];
        return payload is null ? new(null, files, IsBroken: false) : Parse(System.Text.Encoding.UTF8.GetBytes(payload), files);
    }

    private static RequestBody Parse(byte[] bytes, List<RecordedFile> files)
    {
        var json = JsonReading.Parse(bytes);
        return new(json, files, IsBroken: json is null);
    }

    private static async Task<byte[]> ReadAllAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
