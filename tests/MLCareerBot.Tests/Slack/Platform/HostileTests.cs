using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Tests.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>What people type to do harm, all the way from Slack to Slack (threats 2, 3 and 13).</summary>
public sealed class HostileTests
{
    private const int Count = 500;

    [Fact]
    public async Task Of_What_People_Typed_Nothing_Comes_Back_As_Markup()
    {
        await using var life = await SlackLife.StartAsync(SlackMode.Http);
        var channel = life.General;
        foreach (var (number, text) in HostileMrkdwn.Make(Count).Index())
        {
            channel = number % 3 == 0 ? life.Slack.AddChannel($"c{number}") : channel;
            await life.Slack.SlashCommandAsync(life.Ana, channel, "/career", text);
            await life.Slack.MentionAsync(life.Ana, channel, text);
            life.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        await life.StopAsync();
        var written = life.Slack.Responses.Select(response => response.Body)
            .Concat(life.Slack.RequestsTo("chat.postMessage").Concat(life.Slack.RequestsTo("chat.postEphemeral")).Select(request => request.Arguments))
            .ToList();
        Assert.InRange(written.Count, 2 * Count * 9 / 10, 2 * Count * 2);
        Assert.All(life.Slack.Responses, response => Assert.Equal(200, response.Status));
        Assert.All(written, message => Assert.False(Mrkdwn(message).Any(text => text.Contains('<', StringComparison.Ordinal)), message.ToJsonString()));
        Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Text.Contains("could not be handled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_Secret_And_No_Word_Of_Anybody_Is_In_Any_Log()
    {
        await using var life = await SlackLife.StartAsync();
        const string word = "canaryword";
        life.Slack.Faults.Next(Faults.ResponseUrl, Fault.Status(404, "used_url"));
        life.Slack.Faults.Next("chat.postEphemeral", Fault.Error("not_in_channel"));
        life.Slack.Faults.Next("chat.postMessage", Fault.ServerError(500), times: 2);
        life.Slack.Faults.Next("views.open", Fault.Error("expired_trigger_id"));

        var command = await life.Slack.SlashCommandAsync(life.Ana, life.General, "/career", $"ask {word}");
        await life.Bot.Log.UntilAsync("may not have been answered");
        await life.Slack.MentionAsync(life.Ana, life.General, word);
        await life.CommandAsync("ask");
        await life.CommandAsync($"status {word}", command: "/career-admin");
        await life.StopAsync();

        string[] secrets = [life.Slack.BotToken, life.Slack.AppToken, life.Slack.SigningSecret, command.ResponseUrl!.AbsolutePath, command.TriggerId!, "ticket=", word];
        Assert.All(secrets, secret => Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Text.Contains(secret, StringComparison.Ordinal)));
    }

    // All of it is escaped where Slack reads marks, and there is not one of our own.
    private static IEnumerable<string> Mrkdwn(JsonObject message) => MessageReading.Objects(message)
        .Where(json => json == message || (json["type"] is JsonValue type && (string?)type == "mrkdwn"))
        .Select(json => (string?)json["text"] ?? "");
}
