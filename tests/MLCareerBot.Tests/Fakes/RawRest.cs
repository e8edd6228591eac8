using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A bare HTTP client with the bot's token.</summary>
internal sealed class RawRest : IDisposable
{
    private readonly HttpClient _http;

    public RawRest(FakeDiscord discord, string? token = null)
    {
        _http = new() { BaseAddress = discord.ApiBaseUrl };
        _http.DefaultRequestHeaders.Add("Authorization", $"Bot {token ?? discord.Token}");
    }

    /// <summary>Sends a request and gives status, body and answer.</summary>
    public async Task<(int Status, JsonNode? Body, HttpResponseMessage Answer)> SendAsync(string method, string path, JsonNode? body = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        var answer = await _http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return ((int)answer.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null, answer);
    }

    public Task<(int Status, JsonNode? Body, HttpResponseMessage Answer)> PostAsync(string path, JsonNode body) => SendAsync("POST", path, body);

    /// <summary>Answers an interaction.</summary>
    public Task<(int Status, JsonNode? Body, HttpResponseMessage Answer)> CallbackAsync(SentInteraction interaction, int type, JsonObject? data = null) =>
        PostAsync($"interactions/{interaction.Id}/{interaction.Token}/callback", new JsonObject { ["type"] = type, ["data"] = data });

    /// <summary>Sends a message with a file.</summary>
    public async Task<JsonNode?> PostFileAsync(string path, JsonNode payload, string fileName, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { JsonContent.Create(payload), "payload_json" },
            { new ByteArrayContent(content), "files[0]", fileName },
        };
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await answer.Content.ReadFromJsonAsync<JsonNode>();
    }

    public void Dispose() => _http.Dispose();
}
