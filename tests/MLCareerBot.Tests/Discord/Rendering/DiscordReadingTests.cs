namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>The checker must see what it is there for.</summary>
public sealed class DiscordReadingTests
{
    [Theory]
    [InlineData("<@1>", "<")]
    [InlineData("hi **there**", "*")]
    [InlineData("- **a** __b__", "_")]
    [InlineData("[x](https://x.y)", "[")]
    [InlineData("see https://x.y", "https://")]
    [InlineData("see discord.gg/x", "discord.g")]
    [InlineData("@everyone", "@everyone")]
    [InlineData("a :smile: b", ":smile:")]
    [InlineData("||a||", "|")]
    [InlineData("> quote", ">")]
    [InlineData("- # heading", "#")]
    [InlineData("an `open span", "`")]
    [InlineData("`` two ` ``", "`")]
    [InlineData("- - nested", "- ")]
    [InlineData("a \\\\**b**", "*")]
    public void Markup_Is_Seen(string markdown, string found) => Assert.Equal(found, DiscordReading.Read(markdown).Active[0]);

    [Theory]
    [InlineData("### A\n1. b\n-# c", "A\nb\nc\n")]
    [InlineData("**a\\*b** c", "a*b c\n")]
    [InlineData("say `<@1> **x**` now", "say <@1> **x** now\n")]
    [InlineData("```\na  b\n<@1>\n```", " a  b <@1> \n")]
    public void What_Is_Ours_Or_Inert_Is_Not(string markdown, string shown)
    {
        var reading = DiscordReading.Read(markdown);

        Assert.Equal(shown, reading.Shown);
        Assert.Empty(reading.Active);
    }
}
