using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A bare client of the Web API and of <c>response_url</c> addresses.</summary>
internal sealed class RawSlackApi(FakeSlack slack) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = slack.ApiBaseUrl };

    /// <summary>Calls a method with a form, as Slack's own clients do.</summary>
    public async Task<(int Status, JsonNode Body, HttpResponseHeaders Headers)> CallAsync(string method, Dictionary<string, string>? form = null, string? token = null)
    {
        using var content = new FormUrlEncodedContent(form ?? []);
        return await SendAsync(method, content, token ?? slack.BotToken);
    }

    /// <summary>Calls a method with JSON.</summary>
    public async Task<(int Status, JsonNode Body, HttpResponseHeaders Headers)> CallAsync(string method, JsonNode json)
    {
        using var content = JsonContent.Create(json);
        return await SendAsync(method, content, slack.BotToken);
    }

    /// <summary>Posts to an address without any token.</summary>
    public async Task<(int Status, string Body)> PostAsync(Uri address, JsonNode json)
    {
        using var answer = await _http.PostAsJsonAsync(address, json);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The error of a call, or null when it went well.</summary>
    public async Task<string?> ErrorOfAsync(string method, Dictionary<string, string>? form = null, string? token = null) =>
        (string?)(await CallAsync(method, form, token)).Body["error"];

    public Task<(int Status, JsonNode Body, HttpResponseHeaders Headers)> PostMessageAsync(FakeChannel channel, string text) =>
        CallAsync("chat.postMessage", new Dictionary<string, string> { ["channel"] = channel.Id, ["text"] = text });

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, JsonNode Body, HttpResponseHeaders Headers)> SendAsync(string method, HttpContent content, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", token.Length > 0 ? $"Bearer {token}" : null);
        using var answer = await _http.SendAsync(request);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!, answer.Headers); // No answer of a call is empty.
    }
}
