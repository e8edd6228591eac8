using System.Text;
using System.Text.RegularExpressions;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>
/// A message as Discord reads it, written without a look at how ours is made: escaped signs and code are inert, a line
/// may open with a heading, a list's mark or subtext, and bold may follow. Whatever else would do something is active.
/// </summary>
/// <param name="Shown">What a reader sees, line by line.</param>
/// <param name="Active">Markup that came from the texts.</param>
internal sealed record DiscordReading(string Shown, IReadOnlyList<string> Active)
{
    private const char Inert = '\uE000';
    private const string Fence = "```";

    private static readonly Regex Opening = new(@"\A(?:#{1,3} |-# |- |\d+\. )?", RegexOptions.NonBacktracking);
    private static readonly Regex Bold = new(@"\A\*\*[^*]+\*\*", RegexOptions.NonBacktracking);
    private static readonly Regex Markup = new(
        @"[\\*_~|<>#\[\]()`]|\A-( |\z)|\A\d+\.\s|[a-z]+://|:[^\s:]+:|@(everyone|here)|discord(app)?\.\w", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    public static DiscordReading Read(string markdown)
    {
        var (live, seen) = WithoutInert(markdown);
        var shown = new StringBuilder();
        var active = new List<string>();
        foreach (var line in live.Split('\n'))
        {
            var opening = Opening.Match(line).Length;
            var bold = Bold.Match(line[opening..]).Length;
            var closing = opening + Math.Max(0, bold - 2);
            var rest = bold > 0 ? line[(opening + 2)..closing] + line[(closing + 2)..] : line[opening..];
            active.AddRange(Markup.Matches(rest).Select(match => match.Value));
            shown.Append(bold > 0 ? seen[(opening + 2)..closing] + seen[(closing + 2)..line.Length] : seen[opening..line.Length]).Append('\n');
            seen = seen[Math.Min(seen.Length, line.Length + 1)..];
        }

        return new(shown.ToString(), active);
    }

    // Twice the same length: what may still be markup, and what is seen if it is not.
    private static (string Live, string Seen) WithoutInert(string markdown)
    {
        var (live, seen) = (new StringBuilder(), new StringBuilder());
        for (var index = 0; index < markdown.Length;)
        {
            var rest = markdown.AsSpan(index);
            if (InertAt(rest) is var (length, text))
            {
                seen.Append(text);
                live.Append(Inert, text.Length);
                index += length;
            }
            else
            {
                seen.Append(rest[0]);
                live.Append(rest[0]);
                index++;
            }
        }

        return (live.ToString(), seen.ToString());
    }

    private static (int Length, string Text)? InertAt(ReadOnlySpan<char> rest)
    {
        if (rest is ['\\', var escaped, ..] && !char.IsAsciiLetterOrDigit(escaped) && !char.IsWhiteSpace(escaped))
        {
            return (2, escaped.ToString());
        }

        if (rest.StartsWith(Fence) && rest[3..].IndexOf(Fence) is >= 0 and var block)
        {
            return (block + 6, rest.Slice(3, block).ToString().Replace('\n', ' '));
        }

        // A span ends at the next run of just as many backticks.
        return rest is ['`', not '`', ..] && rest[1..].IndexOf('`') is > 0 and var end && !rest[(end + 2)..].StartsWith('`')
            ? (end + 2, rest.Slice(1, end).ToString())
            : null;
    }
}
