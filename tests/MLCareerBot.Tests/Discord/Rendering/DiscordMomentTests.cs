using MLCareerBot.Chat;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>A moment is shown in the zone it was asked for in, and again in the reader's own.</summary>
public sealed class DiscordMomentTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void It_Is_Written_In_Both_Zones()
    {
        var text = TextOf("Next tip", "Tue 24 Nov 2026, 08:30 (Europe/Berlin)");

        Assert.Contains("Tue 24 Nov 2026", text, StringComparison.Ordinal);
        Assert.Contains($"<t:{At.ToUnixTimeSeconds()}:F>", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@everyone", "<@123456789012345678>")]
    [InlineData("<t:1:R>", "[x](https://evil.example) ||y|| **z** `c`")]
    public void Nothing_In_Its_Words_Is_Read_As_Markup(string label, string words)
    {
        var text = TextOf(label, words).Replace($" (<t:{At.ToUnixTimeSeconds()}:F>)", "", StringComparison.Ordinal);

        Assert.Empty(DiscordReading.Read(text).Active);
    }

    private static string TextOf(string label, string words) => string.Join('\n', Assert.Single(DiscordRenderer.Render(
        new ChatReply("Daily tips are on", new ReplyBlock.Moment(label, words, At)))).Components.Select(component => component.Content));
}
