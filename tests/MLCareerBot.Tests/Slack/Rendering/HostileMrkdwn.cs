using MLCareerBot.Tests.Worker;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>Texts made of what Slack acts upon and of what breaks chat bots anywhere, the same in every run.</summary>
internal static class HostileMrkdwn
{
    private const int Seed = 20261121;

    /// <summary>Enough for three messages.</summary>
    private const int Long = 9_000;

    private static readonly string[] Pieces =
    [
        "<!channel>", "<!here>", "<!everyone>", "<@U1>", "<@U1|bob>", "<#C1|general>", "<!subteam^S1>", "<!subteam^S1|@team>", "<!date^1392734382^{date}|x>",
        "<http://evil|bank>", "<mailto:a@b|c>", "<", ">", "&", "&lt;", "&gt;", "&amp;", "&amp;lt;", "&#60;", "＜!channel＞", "@channel", "@here", "#general",
        "https://evil.example/a_b", "evil.example", "*b*", "*b", "b*", "_i_", "__i__", "~s~", "~~s~~", "`c`", "`<@U1>`", "`&lt;`", "`a*b`", "*`c`*", "```", "```\n<!here>\n```",
        ":smile:", ":smile::heart:", ":+1:", ":", "::", "> q", ">>> q", "&gt; q", "＞ q", "\n> q", "\n• x", "• x", "1. x", "\r\n2. x", "\u2028*x*",
        "snake_case", "2*3*4", "a * b", "~5", "word", "two words.", " ", "  ", "\n", "\t", "👩‍👩‍👧", "❤️‍🔥", "\u200D", "\u200B", "\u202E", "\uFEFF", "\uD83D", "\uDC4D", "é", "日本語",
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
