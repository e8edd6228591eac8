using System.Text;

namespace MLCareerBot.Tests.Worker;

/// <summary>Lines that are random, and the same in every run.</summary>
internal static class HostileLines
{
    private const int Seed = 20261121;
    private const int Long = 100_000;

    private static readonly string[] Pieces =
    [
        "salary", "how much do they earn", "help", "skills", "python", "/career", "career", "ask", "tips on", "1", "2", "quit?",
        "@everyone", "<@123>", "<!channel>", "[red]bold[/]", "**md**", "`code`", "<b>&amp;</b>", "{\"question\":1}", "'; DROP TABLE", "../../etc/passwd",
        "\e[2J", "\e]0;title\a", "\0", "\r", "\b\b\b", "\u0085", "\u2028", "\u202Eevil", "\u2066x\u2069", "\u200Fمرحبا", "\u200B", "\uFEFF",
        "👍", "👩‍👩‍👧", "日本語", "Ünïcödé", "Z̷̛͎a̴͈͝l̵̗̈g̶̣͐o̷̭͠", "ﷺ", "\uD800", "\uDC00", "\t", " ", "%s%n", "ſ", "İ",
    ];

    public static IEnumerable<string> Make(int count)
    {
        var random = new Random(Seed);
        for (var index = 0; index < count; index++)
        {
            var line = index % 200 == 0 ? LongLine(random) : Line(random);
            yield return string.IsNullOrWhiteSpace(line) || line.EndsWith('\r') || IsGoodbye(line) ? line + "?" : line;
        }
    }

    private static string Line(Random random) => random.Next(4) switch
    {
        0 => Characters(random, random.Next(1, 80)),
        1 => Pieces[random.Next(Pieces.Length)],
        _ => string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])),
    };

    private static string LongLine(Random random)
    {
        var piece = random.Next(2) == 0 ? Pieces[random.Next(Pieces.Length)] : Characters(random, 20);
        return new StringBuilder().Insert(0, piece, (Long / piece.Length) + 1).ToString();
    }

    private static string Characters(Random random, int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)random.Next(random.Next(3) == 0 ? 0x10000 : 0x100)).Where(character => character != '\n')]);

    private static bool IsGoodbye(string line) => line.Trim().ToLowerInvariant() is "quit" or "exit";
}
