using System.Text;
using System.Text.Json;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>Ten thousand hostile texts in every place a reply has for texts.</summary>
public sealed class HostileSlackReplyTests
{
    private const int Count = 10_000;

    private static readonly string[] Texts = [.. HostileMrkdwn.Make(Count)];

    [Fact]
    public void Every_Message_Is_Within_The_Limits() =>
        Assert.All(Texts, text => BlockLimits.AssertWithin(SlackRenderer.Render(HostileReply.Everywhere(text), canShare: true, deliveryKey: "k")));

    [Fact]
    public void No_Text_Does_Anything_And_None_Is_Lost() => Assert.All(Texts, text =>
    {
        var places = new List<string>();
        var messages = SlackRenderer.Render(HostileReply.Everywhere(place =>
        {
            places.Add($"{text} end{place}");
            return places[^1];
        }));
        var shown = MrkdwnReading.SignsOf(string.Concat(messages.Select(message => message.Shown())));
        var spoken = MrkdwnReading.SignsOf(string.Concat(messages.Select(message => MrkdwnReading.Shown(message.Text))));

        Assert.Empty(messages.SelectMany(message => message.Mrkdwn()).SelectMany(MrkdwnReading.ActiveIn));
        Assert.All(places, place => Assert.Contains(MrkdwnReading.SignsOf(place), shown, StringComparison.Ordinal));
        Assert.All(places, place => Assert.Contains(MrkdwnReading.SignsOf(place), spoken, StringComparison.Ordinal));
        Assert.All(messages, AssertClean);
    });

    [Fact]
    public void Escaping_Happens_Once() => Assert.All(Texts, text =>
    {
        var escaped = SlackText.Escape(text);

        Assert.False(escaped.AsSpan().ContainsAny('<', '>'));
        Assert.Equal(SlackText.Escape(MrkdwnReading.Shown(escaped)), escaped);
        Assert.Equal(MrkdwnReading.SignsOf(text), MrkdwnReading.SignsOf(MrkdwnReading.Shown(escaped)));
    });

    private static void AssertClean(SlackMessage message)
    {
        using var json = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(message.Blocks ?? [], SlackJson.Default.IReadOnlyListSlackBlock));
        Assert.Equal(message.Blocks?.Count ?? 0, json.RootElement.GetArrayLength());
        Assert.DoesNotContain((message.Text + message.Shown()).EnumerateRunes(), rune => rune.Value != '\n' && TerminalText.IsHazard(rune));
    }
}
