using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Benchmarks.Tips;

/// <summary>Discord: 50 requests a second for the whole bot, 5 posts in 5 seconds for a channel. Each tip has a channel of its own.</summary>
internal sealed class DiscordSite(FakeDiscord discord) : ITipsSite
{
    private const int ChannelsOfGuild = 100;
    private const string Posts = "channels/{channel}/messages";

    private FakeGuild? _guild;

    public int PerSecond => 50;

    public IReadOnlyDictionary<string, string?> Settings => DiscordLoad.Settings(discord);

    public IReadOnlyList<DateTimeOffset> Arrivals =>
        [.. discord.Requests.Where(request => request is { Method: "POST", Route: Posts, Status: 200 }).Select(request => request.At)];

    public int Refusals => discord.Requests.Count(request => request.Status == 429);

    public int Early => discord.EarlyRequests.Count;

    public IReadOnlyDictionary<string, int> VisibleByKey => discord.VisibleByKey();

    public static async Task<ITipsSite> StartAsync()
    {
        var discord = await FakeDiscord.StartAsync();
        discord.RateLimits.GlobalPerSecond = 50;
        discord.RateLimits.Set("POST channels/*/messages", 5, TimeSpan.FromSeconds(5));
        return new DiscordSite(discord);
    }

    public IServiceCollection AddTo(IServiceCollection services) => services.AddDiscord();

    public ChatAddress NewPlace(int number)
    {
        if (_guild is null || number % ChannelsOfGuild == 0)
        {
            _guild = discord.AddGuild($"guild {number / ChannelsOfGuild}");
        }

        return new("discord", discord.AddChannel(_guild, $"tips-{number}").Id) { Workspace = _guild.Id };
    }

    public Task UntilReadyAsync() => discord.UntilAsync(() => discord.Commands().Count > 0);

    public Task<LoadReport> AskAsync(IReadOnlyList<string> questions, int perSecond, CancellationToken stop) =>
        DiscordLoad.AskAsync(discord, questions, perSecond, int.MaxValue, stop);

    public ValueTask DisposeAsync() => discord.DisposeAsync();
}
