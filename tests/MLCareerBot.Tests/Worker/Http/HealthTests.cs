using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Worker.Http;
using MLCareerBot.Worker.Setup;
using Moq;

namespace MLCareerBot.Tests.Worker.Http;

public sealed class HealthTests
{
    [Fact]
    public async Task It_Is_Ready_When_People_Reach_It_Everywhere()
    {
        var (status, report) = await AskAsync("/health/ready", Platform("discord", PlatformState.Ready), Platform("slack", PlatformState.Ready));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"ready":true,"platforms":[{"name":"discord","state":"ready","detail":"So it is."},{"name":"slack","state":"ready","detail":"So it is."}]}""", report);
    }

    [Theory]
    [InlineData(PlatformState.Starting, "starting")]
    [InlineData(PlatformState.Reconnecting, "reconnecting")]
    [InlineData(PlatformState.Stopped, "stopped")]
    public async Task It_Is_Not_Ready_While_One_Platform_Is_Not(PlatformState state, string word)
    {
        var (status, report) = await AskAsync("/health/ready", Platform("discord", state), Platform("slack", PlatformState.Ready));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(word, JsonNode.Parse(report)?["platforms"]?[0]?["state"]?.ToString());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK, """{"name":"store","state":"ready","detail":"It works."}""")]
    [InlineData("PostgreSQL cannot be reached.", HttpStatusCode.ServiceUnavailable, """{"name":"store","state":"degraded","detail":"PostgreSQL cannot be reached."}""")]
    public async Task It_Is_Not_Ready_While_Nothing_Can_Be_Remembered(string? trouble, HttpStatusCode expected, string store)
    {
        var (status, report) = await AskAsync("/health/ready", new TroubledStore(trouble), Platform("slack", PlatformState.Ready));

        Assert.Equal(expected, status);
        Assert.Equal(store, JsonNode.Parse(report)?["store"]?.ToJsonString());
    }

    [Fact]
    public async Task It_Lives_Whatever_The_Platforms_Do()
    {
        var (status, _) = await AskAsync("/health/live", Platform("discord", PlatformState.Stopped));

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health")]
    [InlineData("/slack/events")]
    public async Task There_Is_Nothing_Else(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(path)).Status);

    [Fact]
    public async Task A_Port_In_Use_Is_Told_In_A_Sentence()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var first = Server(services, "http://127.0.0.1:0");
        await first.StartAsync(default);

        var exception = await Assert.ThrowsAsync<SetupException>(() => Server(services, first.Addresses.First()).StartAsync(default));

        Assert.Contains("Choose another address or port.", exception.Message, StringComparison.Ordinal);
        await first.StopAsync(default);
    }

    [Theory]
    [InlineData("http://192.0.2.1:8080")] // Kept for documentation, so no machine's own.
    [InlineData("http://localhost:0")]
    public async Task An_Address_That_Cannot_Be_Had_Is_Told_In_A_Sentence(string address)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();

        await Assert.ThrowsAsync<SetupException>(() => Server(services, address).StartAsync(default));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080;http://[::1]:8080", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://0.0.0.0:8080", true)]
    [InlineData("http://bot.example.org:8080", false)] // Would be heard at every address.
    [InlineData("https://127.0.0.1:8080", false)]
    [InlineData("8080", false)]
    public void Only_Addresses_Of_This_Machine_Are_Listened_At(string urls, bool isFine) =>
        Assert.Equal(isFine, new HttpOptions.Validator().Validate(name: null, new() { Urls = urls }).Succeeded);

    private static IChatPlatform Platform(string name, PlatformState state) =>
        Mock.Of<IChatPlatform>(platform => platform.Name == name && platform.Status == new PlatformStatus(state, "So it is."));

    private static HttpServer Server(IServiceProvider services, string address) => new(Options.Create(new HttpOptions { Urls = address }), services);

    private static Task<(HttpStatusCode Status, string Report)> AskAsync(string path, params IChatPlatform[] platforms) => AskAsync(path, store: null, platforms);

    private static async Task<(HttpStatusCode Status, string Report)> AskAsync(string path, IStore? store, params IChatPlatform[] platforms)
    {
        var collection = new ServiceCollection();
        if (store is not null)
        {
            collection.AddSingleton(store);
        }

        platforms.ToList().ForEach(platform => collection.AddSingleton(platform));
        await using var services = collection.BuildServiceProvider();
        var server = Server(services, "http://127.0.0.1:0");
        await server.StartAsync(default);
        try
        {
            using var client = new HttpClient();
            using var response = await client.GetAsync(new Uri(new Uri(server.Addresses.First()), path));
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        finally
        {
            await server.StopAsync(default);
        }
    }

    private sealed class TroubledStore(string? trouble) : IStore
    {
        public bool Exists => true;

        public string? Trouble => trouble;

        public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
