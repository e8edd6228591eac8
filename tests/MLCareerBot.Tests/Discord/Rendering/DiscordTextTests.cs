using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

public sealed class DiscordTextTests
{
    [Theory]
    [InlineData("Plain words, \"quoted\": 54.05% of $112,430; isn't it?", "Plain words, \"quoted\": 54.05% of $112,430; isn't it?")]
    [InlineData("a *b* _c_ ~d~ |e| `f` \\", "a \\*b\\* \\_c\\_ \\~d\\~ \\|e\\| \\`f\\` \\\\")]
    [InlineData("# a > b - c", "\\# a \\> b \\- c")]
    [InlineData("<@1> <#2> <t:3:R>", "\\<\\@1\\> \\<\\#2\\> \\<t\\:3\\:R\\>")]
    [InlineData("[bank](https://evil.example)", "\\[bank\\]\\(https\\://evil.example\\)")]
    [InlineData("@everyone and @here, a @ b", "\\@everyone and \\@here, a @ b")]
    [InlineData("discord.gg/x, DiscordApp.com/invite", "discord\\.gg/x, DiscordApp\\.com/invite")]
    [InlineData("12. May", "12\\. May")]
    [InlineData(":smile: at 9:30", "\\:smile: at 9\\:30")]
    [InlineData("one\r\ntwo\tthree\u2028four", "one  two three four")]
    [InlineData("a\u202Eb\u200Bc\u0007d\u2066e\uFEFFf", "abcdef")]
    [InlineData("👩‍👩‍👧 ❤️‍🔥 a\u200Db", "👩‍👩‍👧 ❤️‍🔥 ab")]
    public void What_Could_Be_Markup_Is_Escaped_And_The_Rest_Is_Left(string text, string markdown) =>
        Assert.Equal(markdown, DiscordText.Escape(text));

    [Fact]
    public void Half_A_Character_Is_Replaced() => Assert.Equal("half \uFFFD of one", DiscordText.Escape("half \uD83D of one"));

    [Theory]
    [InlineData("Say `faq` or `ask <question>`.", "Say `faq` or `ask <question>`.")]
    [InlineData("`tips on 09:00 America/New_York`", "`tips on 09:00 America/New_York`")]
    [InlineData("`<@1> [a](https://b)`", "`<@1> [a](https://b)`")]
    [InlineData("one ` only", "one \\` only")]
    [InlineData("``two`` and ` blank `", "\\`\\`two\\`\\` and \\` blank \\`")]
    [InlineData("`a**b`", "\\`a\\*\\*b\\`")]
    [InlineData("\\`a`:`b`", "\\\\`a`\\:`b`")]
    public void What_Stands_Between_Backticks_Is_Code(string text, string markdown) =>
        Assert.Equal(markdown, DiscordText.EscapeAroundCode(text));

    [Theory]
    [InlineData("short *enough*", 80, "short *enough*")]
    [InlineData("some words that are too many", 20, "some words that are…")]
    [InlineData("alongwordthatneverends", 10, "alongword…")]
    [InlineData("12345678👍0", 10, "12345678…")]
    [InlineData(" \u202Etrim\nmed ", 80, "trim med")]
    public void Plain_Text_Is_Cut_At_A_Word(string text, int limit, string clipped) =>
        Assert.Equal(clipped, DiscordText.Clip(text, limit));
}
