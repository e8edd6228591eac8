using System.Text.Json;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>Keeps the bot's own page up to date for whoever opens it.</summary>
internal sealed class HomeHandler(SlackApi api, CommandTable table, KnowledgeBase knowledge, IOptions<SlackOptions> options, TimeProvider clock)
{
    private const int KnownPeople = 10_000;

    // Slack says so each time somebody looks, and keeps what was published.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Recent<string, (KnowledgeEdition Edition, long At)> _published = new(KnownPeople);

    public async Task ShowAsync(JsonElement opened, CancellationToken cancellationToken)
    {
        var edition = knowledge.Current;
        if (opened.Text("user") is not { } user || IsFresh(user, edition))
        {
            return;
        }

        _published.Set(user, (edition, clock.GetTimestamp()));
        await api.PublishViewAsync(user, HomeView.For(table.Commands, edition.Pack, options.Value.RootCommand), cancellationToken);
    }

    private bool IsFresh(string user, KnowledgeEdition edition) =>
        _published.TryGet(user, out var last) && last.Edition == edition && clock.GetElapsedTime(last.At) < Fresh;
}
