using System.Text;
using MLCareerBot.Discord.Rendering;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>Ten thousand hostile texts in every place a reply has for texts.</summary>
public sealed class HostileReplyTests
{
    private const int Count = 10_000;

    private static readonly string[] Texts = [.. HostileMarkdown.Make(Count)];

    [Fact]
    public void Every_Message_Is_Within_The_Limits_And_Pings_Nobody() =>
        Assert.All(Texts, text => MessageLimits.AssertWithin(DiscordRenderer.Render(HostileReply.Everywhere(text), canShare: true, deliveryKey: "k")));

    [Fact]
    public void No_Text_Does_Anything_And_None_Is_Lost() => Assert.All(Texts, text =>
    {
        var places = new List<string>();
        var bodies = DiscordRenderer.Render(HostileReply.Everywhere(place =>
        {
            places.Add($"{text} end{place}");
            return places[^1];
        }));
        var readings = bodies.Select(body => DiscordReading.Read(body.Markdown())).ToList();
        var shown = ShownText.SignsOf(string.Concat(readings.Select(reading => reading.Shown)));

        Assert.Empty(readings.SelectMany(reading => reading.Active));
        Assert.All(bodies, body => Assert.DoesNotContain(body.Markdown().EnumerateRunes(), IsHazard));
        Assert.All(places, place => Assert.Contains(ShownText.SignsOf(place), shown, StringComparison.Ordinal));
    });

    [Fact]
    public void Escaping_Loses_No_Sign() => Assert.All(Texts, text =>
    {
        var reading = DiscordReading.Read(DiscordText.Escape(text));

        Assert.Empty(reading.Active);
        Assert.Equal(ShownText.SignsOf(text), ShownText.SignsOf(reading.Shown));
    });

    private static bool IsHazard(Rune rune) => rune.Value != '\n' && TerminalText.IsHazard(rune);
}
