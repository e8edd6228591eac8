using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack;

namespace MLCareerBot.Benchmarks.Tips;

/// <summary>Slack: a post a second for a channel. There are so many channels that this comes to Discord's limit; each tip has a thread of its own.</summary>
internal sealed class SlackSite : ITipsSite
{
    private const int Channels = 50;

    private readonly FakeSlack _slack;
    private readonly List<FakeChannel> _channels;

    private SlackSite(FakeSlack slack) =>
        (_slack, _channels) = (slack, [.. Enumerable.Range(0, Channels).Select(number => slack.AddChannel($"tips-{number}"))]);

    public int PerSecond => Channels;

    public IReadOnlyDictionary<string, string?> Settings => SlackLoad.Settings(_slack);

    public IReadOnlyList<DateTimeOffset> Arrivals => [.. Posts.Where(request => request is { Status: 200, Error: null }).Select(request => request.At)];

    public int Refusals => _slack.Requests.Count(request => request.Status == 429);

    public int Early => _slack.Limits.EarlyRequests;

    public IReadOnlyDictionary<string, int> VisibleByKey => _slack.VisibleByKey();

    private IReadOnlyList<RecordedRequest> Posts => _slack.RequestsTo("chat.postMessage");

    public static async Task<ITipsSite> StartAsync()
    {
        var slack = await FakeSlack.StartAsync();
        slack.Limits.AreOn = true;
        return new SlackSite(slack);
    }

    public IServiceCollection AddTo(IServiceCollection services) => services.AddSlack();

    public ChatAddress NewPlace(int number) =>
        new("slack", _channels[number % Channels].Id, $"1700000000.{number:d6}") { Workspace = _slack.TeamId };

    public Task UntilReadyAsync() => _slack.UntilConnectedAsync();

    public Task<LoadReport> AskAsync(IReadOnlyList<string> questions, int perSecond, CancellationToken stop) =>
        SlackLoad.AskAsync(_slack, questions, perSecond, int.MaxValue, stop);

    public ValueTask DisposeAsync() => _slack.DisposeAsync();
}
