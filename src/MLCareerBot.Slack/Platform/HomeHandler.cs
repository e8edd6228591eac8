using System.Text.Json;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>Keeps the bot's own page up to date for whoever opens it.</summary>
internal sealed class HomeHandler(
    SlackApi api, CommandRouter router, CommandTable table, KnowledgeBase knowledge, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int KnownPeople = 10_000;

    // Slack says so each time somebody looks, and keeps what was published.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Recent<string, (string View, long At)> _published = new(KnownPeople);

    public Task ShowAsync(JsonElement opened, CancellationToken cancellationToken) =>
        opened.Text("user") is { } user ? PublishAsync(user, cancellationToken) : Task.CompletedTask;

    /// <summary>Shows somebody who has looked before what has changed since.</summary>
    public Task RefreshAsync(string user, CancellationToken cancellationToken) =>
        _published.TryGet(user, out _) ? PublishAsync(user, cancellationToken) : Task.CompletedTask;

    private async Task PublishAsync(string user, CancellationToken cancellationToken)
    {
        var view = HomeView.For(table.Commands, knowledge.Pack, options.Value.RootCommand, await SayAsync("tips status"), await SayAsync("progress show"));
        var written = JsonSerializer.Serialize(view, SlackJson.Default.SlackView);
        if (_published.TryGet(user, out var last) && last.View == written && clock.GetElapsedTime(last.At) < Fresh)
        {
            return;
        }

        _published.Set(user, (written, clock.GetTimestamp()));
        await api.PublishViewAsync(user, view, cancellationToken);

        Task<ChatReply> SayAsync(string line) =>
            router.RespondAsync(new(ChatAddress.DirectTo(SlackPlatform.PlatformName, user), new(user), line) { IsCommand = true }, cancellationToken);
    }
}
