using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Http;

namespace MLCareerBot.Tests.Slack.Protocol.Http;

/// <summary>What the fake signs and sends, through a real web server.</summary>
public sealed class HttpDeliveryTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task Everything_Arrives_As_It_Does_In_Socket_Mode()
    {
        await using var slack = await FakeSlack.StartAsync(_clock);
        List<SlackEnvelope> taken = [];
        await using var server = await IntakeServer.StartAsync(IntakeFor(slack, taken));
        slack.HttpEndpoints = HttpEndpoints.Below(server.Address);
        var (user, channel) = (slack.AddUser("mia"), slack.AddChannel("career"));

        var mention = await slack.MentionAsync(user, channel, "What is the pay & <b>?");
        var command = await slack.SlashCommandAsync(user, channel, "/career", "faq caf\u00e9 100%+1");

        Assert.Equal([200, 200], slack.HttpAnswers.Select(answer => answer.Status));
        Assert.Equal([$"event:{mention.EventId}", $"message:{channel.Id}:{mention.Message!.Ts}"], taken[0].DedupeKeys);
        Assert.Equal([$"trigger:{command.TriggerId}"], taken[1].DedupeKeys);
        Assert.Equal("faq caf\u00e9 100%+1", taken[1].Payload.GetProperty("text").GetString());
        Assert.Equal("Got it.", Assert.Single(slack.EphemeralsFor(user)).Text);
    }

    [Fact]
    public async Task What_Was_Tampered_With_Does_Not()
    {
        await using var slack = await FakeSlack.StartAsync(_clock);
        List<SlackEnvelope> taken = [];
        await using var server = await IntakeServer.StartAsync(IntakeFor(slack, taken));
        var mention = slack.Events.Mention(slack.AddUser("mia"), slack.AddChannel("career"), "Hello");
        HttpTampering[] tamperings =
        [
            new() { Age = TimeSpan.FromSeconds(301) },
            new() { Age = TimeSpan.FromSeconds(-301) },
            new() { Secret = "another" },
            new() { AlterBody = body => [.. body, (byte)' '] },
            new() { AlterSignature = _ => [] },
            new() { AlterSignature = signature => [signature, signature] },
            new() { AlterTimestamp = _ => [] },
            new() { AlterTimestamp = timestamp => [timestamp, timestamp] },
        ];

        foreach (var tampering in tamperings)
        {
            Assert.Equal(401, (await slack.DeliverOverHttpAsync(new(server.Address, "slack/events"), mention, tampering)).Status);
        }

        Assert.Empty(taken);
        Assert.Equal(200, (await slack.DeliverOverHttpAsync(new(server.Address, "slack/events"), mention)).Status);
    }

    private SlackHttpIntake IntakeFor(FakeSlack slack, List<SlackEnvelope> taken) => new(
        new SlackOptions { SigningSecret = slack.SigningSecret },
        envelope =>
        {
            taken.Add(envelope);
            return Task.FromResult(EnvelopeAnswer.AckWith(JsonElement.Parse("""{"text": "Got it."}""")));
        },
        _clock,
        NullLogger<SlackHttpIntake>.Instance);
}
