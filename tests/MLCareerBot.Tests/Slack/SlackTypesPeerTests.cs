using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Commands;
using MLCareerBot.Slack.Operations;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;
using MLCareerBot.Slack.Views;
using MLCareerBot.Tests.Fakes;
using MLCareerBot.Tests.Slack.Rendering;

namespace MLCareerBot.Tests.Slack;

/// <summary>What we send fits the types that Slack publishes for JavaScript programs.</summary>
public sealed class SlackTypesPeerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [PeerFact]
    public async Task Replies_Views_And_The_Manifest_Fit_Slacks_Own_Types()
    {
        using var bot = new TestBot();
        var blocks = new JsonObject();
        foreach (var line in RealLines.Of(bot))
        {
            blocks[line] = BlocksOf(SlackRenderer.Render(await bot.CommandAsync(line), canShare: true, deliveryKey: "k")[0]);
        }

        await CheckAsync(new()
        {
            ["blocks"] = blocks,
            ["options"] = new JsonObject { ["all"] = JsonSerializer.SerializeToNode(new OptionsAnswer(AskOptions.For("", RealKnowledge.Pack)), SlackJson.Default.OptionsAnswer)!["options"]!.DeepClone() },
            ["views"] = new JsonObject
            {
                ["home"] = ViewOf(HomeView.For(bot.Table.Commands, RealKnowledge.Pack, "/career", await bot.CommandAsync("tips status"), await bot.CommandAsync("progress show"))),
                ["setup"] = ViewOf(CommandView.For(CommandForm.Read("career-admin setup", bot.Table)!, new("C1"))),
                ["set"] = ViewOf(CommandView.For(CommandForm.Read("career-admin tips set", bot.Table)!, place: null)),
                ["remark"] = ViewOf(CommandView.For(CommandForm.Read("remark topic:salary", bot.Table)!, new("C1", "1.2"))),
                ["ask"] = ViewOf(AskView.For(new("C1", "1.2"))),
            },
            ["manifests"] = new JsonObject
            {
                ["socket"] = JsonNode.Parse(SlackManifest.For(bot.Table, "/career")),
                ["http"] = JsonNode.Parse(SlackManifest.For(bot.Table, "/career", new("https://bot.example"))),
            },
        }, exitCode: 0, "samples fit Slack's types.");
    }

    [PeerFact]
    public Task The_Check_Sees_What_Does_Not_Fit() => CheckAsync(
        new() { ["blocks"] = new JsonObject { ["wrong"] = JsonNode.Parse("""[{"type": "header", "text": {"type": "mrkdwn", "text": "x"}}]""") } },
        exitCode: 1,
        "blocks \"wrong\": error TS2322");

    private async Task CheckAsync(JsonObject captured, int exitCode, string says)
    {
        await File.WriteAllTextAsync(_file, captured.ToJsonString());

        using var peer = PeerProcess.Start(Path.Combine("slack-types", "check.mjs"), _file);
        var end = await peer.EndAsync(Patience);

        Assert.Contains(says, end.Output, StringComparison.Ordinal);
        Assert.Equal(exitCode, end.ExitCode);
    }

    private static JsonNode? BlocksOf(SlackMessage message) => JsonNode.Parse(message.Blocks.Json());

    private static JsonNode? ViewOf(SlackView view) => JsonSerializer.SerializeToNode(view, SlackJson.Default.SlackView);
}
