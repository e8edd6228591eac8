using System.Net;
using System.Net.Http.Headers;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Tests.Slack.Platform;

namespace MLCareerBot.Tests.Worker.Http;

/// <summary>What strangers send to the addresses that are Slack's (threats 14 and 31).</summary>
public sealed class SlackEndpointsTests
{
    private readonly InstantHandler _sources = new();

    [Fact]
    public async Task Of_A_Thousand_Forged_Requests_None_Is_Accepted_And_None_Read()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http, _sources.Add);
        var random = new Random(1);
        var statuses = new Dictionary<int, int>();
        for (var number = 0; number < 1_000; number++)
        {
            var delivery = number % 2 == 0
                ? life.Slack.Interactions.SlashCommand(life.Ana, life.General, "/career", InstantHandler.Verb)
                : life.Slack.Events.Mention(life.Ana, life.General, InstantHandler.Verb);
            var endpoint = number % 2 == 0 ? life.Slack.HttpEndpoints!.Commands : life.Slack.HttpEndpoints!.Events;
            var answer = await life.Slack.DeliverOverHttpAsync(endpoint, delivery, Forge(number, random));
            statuses[answer.Status ?? 0] = statuses.GetValueOrDefault(answer.Status ?? 0) + 1;
        }

        await life.StopAsync();
        Assert.Equal(new Dictionary<int, int> { [401] = 1_000 }, statuses);
        Assert.Equal(0, _sources.Calls);
        Assert.Single(life.Slack.Requests);
        Assert.InRange(life.Bot.Log.Lines.Count(line => line.Text.Contains("was refused", StringComparison.Ordinal)), 1, 10);
    }

    [Fact]
    public async Task The_Address_Is_Confirmed_And_A_Body_Beyond_Measure_Is_Not_Read()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        var events = life.Slack.HttpEndpoints!.Events;

        var confirmed = await life.Slack.DeliverOverHttpAsync(events, EventWriter.UrlVerification("3eZbrw1aB"));
        using var client = new HttpClient();
        using var body = new ByteArrayContent(new byte[1024 * 1024 + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var refused = await client.PostAsync(events, body);
        using var read = await client.GetAsync(events);

        Assert.Equal((200, "3eZbrw1aB"), (confirmed.Status, confirmed.Body));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.MethodNotAllowed), (refused.StatusCode, read.StatusCode));
    }

    [Fact]
    public async Task In_Socket_Mode_There_Are_No_Such_Addresses()
    {
        await using var life = await SlackLife.StartAsync();
        await life.ListenAsync();

        Assert.Equal(404, (await life.Slack.DeliverOverHttpAsync(life.Slack.HttpEndpoints!.Events, EventWriter.UrlVerification("x"))).Status);
    }

    [Fact]
    public async Task With_Nobody_Listening_Http_Mode_Ends_With_A_Sentence()
    {
        await using var life = await SlackLife.PrepareAsync();

        life.StartBot(SlackMode.Http, settings: ("Http:Urls", ""));
        var end = await Assert.ThrowsAnyAsync<PlatformStoppedException>(() => life.Running);

        Assert.Contains("set Http:Urls", end.Message, StringComparison.Ordinal);
        Assert.Empty(life.Slack.Requests);
    }

    private static HttpTampering Forge(int number, Random random) => (number % 8) switch
    {
        0 => new() { Secret = "0123456789abcdef0123456789abcdef" },
        1 => new() { Age = TimeSpan.FromSeconds(301 + random.Next(100_000)) },
        2 => new() { Age = -TimeSpan.FromSeconds(301 + random.Next(100_000)) },
        3 => new() { AlterBody = body => Flip(body, random) },
        4 => new() { AlterSignature = signature => [signature[..^1] + (signature[^1] == '0' ? '1' : '0')] },
        5 => new() { AlterSignature = signature => number % 16 < 8 ? [] : [signature, signature] },
        6 => new() { AlterTimestamp = timestamp => number % 16 < 8 ? [] : [timestamp, timestamp] },
        _ => new() { AlterTimestamp = timestamp => [$" {timestamp}", $"{timestamp}\t"] },
    };

    private static byte[] Flip(byte[] body, Random random)
    {
        var altered = body.ToArray();
        altered[random.Next(altered.Length)] ^= (byte)(1 << random.Next(7));
        return altered;
    }
}
