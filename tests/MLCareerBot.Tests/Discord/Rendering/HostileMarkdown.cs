using MLCareerBot.Tests.Worker;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>Texts made of what Discord acts upon and of what breaks chat bots anywhere, the same in every run.</summary>
internal static class HostileMarkdown
{
    private const int Seed = 20261121;

    /// <summary>Enough for three messages.</summary>
    private const int Long = 9_000;

    private static readonly string[] Pieces =
    [
        "<@1>", "<@!1>", "<@&1>", "<#1>", "</x:1>", "<t:1>", "<t:1:R>", "<:e:1>", "<a:e:1>", "<id:home>", "@everyone", "@here", "<https://evil.example>",
        "https://evil.example/a_b", "http://x.y", "HTTPS://X", "steam://run", "discord.gg/abc", "DiscordApp.com/invite/abc", "[bank](https://evil.example)", "[a]: b",
        "](", ")", "(", "||spoiler||", "|", "**", "***", "*", "__", "_", "~~", "~", "`", "``", "```", "```cs\n", "\n```\n", "`code`", "`a*b`", "`\\`", "`<@1>`", "\\", "\\\\", "\\`",
        "# ", "## ", "-# ", "> ", ">>> ", "- ", "* ", "1. ", "12. ", "\n# x", "\n> x", "\n- x", "\r\n1. x", "\u2028# x", ":smile:", ":", "::", "¯\\_(ツ)_/¯",
        "word", "two words.", " ", "  ", "\n", "\t", "👩‍👩‍👧", "❤️‍🔥", "\u200D", "\u200B", "\u202E", "\uFEFF", "\uD83D", "\uDC4D", "é", "日本語", "#general", "v1:say:x",
    ];

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(Seed);
        foreach (var line in HostileLines.Make(count))
        {
            yield return random.Next(3) == 0 ? line[..Math.Min(line.Length, Long)] : Pile(random, random.Next(500) == 0 ? 2_000 : random.Next(1, 15));
        }
    }

    private static string Pile(Random random, int height) =>
        string.Concat(Enumerable.Range(0, height).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
