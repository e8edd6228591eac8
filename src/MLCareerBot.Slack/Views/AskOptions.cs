using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Views;

/// <summary>
/// The questions that fit what has been typed so far, best first. A list has at most 100 options:
/// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select.
/// </summary>
internal static class AskOptions
{
    private const int Most = 100;
    private const int Limit = 75;

    /// <param name="query">What has been typed; empty when the list is opened.</param>
    /// <param name="pack">The pack.</param>
    public static IReadOnlyList<SelectOption> For(string query, KnowledgePack pack) =>
    [
        .. Completion.Of(pack.Topics.Where(topic => topic.Id.Length <= Limit), query, topic => [topic.Question, topic.Id])
            .Take(Most)
            .Select(topic => new SelectOption(TextObject.Plain(SlackText.Clip(topic.Question, Limit)), topic.Id)),
    ];
}
