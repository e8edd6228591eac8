using System.Text;

using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// Plain text as Discord's Markdown, so that it shows as itself and does nothing: no mention, link, emoji, list or
/// style comes out of it, whoever wrote it. Discord shows any escaped sign as the sign alone:
/// https://support.discord.com/hc/en-us/articles/210298617.
/// </summary>
internal static class DiscordText
{
    private const string Markup = "\\*_~`|>#-[]()<";

    /// <summary>Longer ones are no command of ours, and a span is never cut in two.</summary>
    private const int LongestCode = 100;

    // Discord looks for these in raw text, scheme or not, and makes invitations and gifts of them.
    private static readonly string[] InvitingHosts = ["discord", "discordapp"];

    /// <summary>The text on one line, with a backslash before everything that could be markup.</summary>
    public static string Escape(string text) => Escape(VisibleText.Of(text), codeLengthAt: (_, _) => 0);

    /// <summary>The same, but what stands between backticks becomes code, as our own texts quote commands: <c>`faq`</c>.</summary>
    public static string EscapeAroundCode(string text) => Escape(VisibleText.Of(text), CodeLengthAt);

    /// <summary>Plain text for where Discord reads no markup, cut at a word if it is longer than the limit.</summary>
    public static string Clip(string text, int limit)
    {
        var visible = VisibleText.Of(text).Trim();
        if (visible.Length <= limit)
        {
            return visible;
        }

        var end = limit - 1;
        var blank = visible.LastIndexOf(' ', end);
        end = blank > limit / 2 ? blank : char.IsHighSurrogate(visible[end - 1]) ? end - 1 : end;
        return visible[..end].TrimEnd() + "…";
    }

    private static string Escape(string visible, Func<string, int, int> codeLengthAt)
    {
        var escaped = new StringBuilder(visible.Length + 16);
        for (var index = 0; index < visible.Length;)
        {
            var code = codeLengthAt(visible, index);
            if (code == 0 && IsActive(visible, index))
            {
                escaped.Append('\\');
            }

            var length = Math.Max(1, code);
            escaped.Append(visible, index, length);
            index += length;
        }

        return escaped.ToString();
    }

    private static bool IsActive(string text, int index)
    {
        var isLast = index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]);
        return text[index] switch
        {
            // https://x, :smile:, @everyone; a colon or an at sign before a blank is no more than that.
            ':' or '@' => !isLast,

            // "12. " at the start of a line is a list, and where lines start is decided later.
            '.' => (isLast && index > 0 && char.IsAsciiDigit(text[index - 1])) || FollowsInvitingHost(text.AsSpan(0, index)),
            var other => Markup.Contains(other, StringComparison.Ordinal),
        };
    }

    private static bool FollowsInvitingHost(ReadOnlySpan<char> before)
    {
        foreach (var host in InvitingHosts)
        {
            if (before.EndsWith(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // Backticks in a row open longer spans, and an asterisk inside one would close bold type around it.
    private static int CodeLengthAt(string text, int start)
    {
        if (text[start] != '`' || (start > 0 && text[start - 1] == '`'))
        {
            return 0;
        }

        var end = text.IndexOf('`', start + 1);
        var isCode = end > start + 1
            && end - start <= LongestCode
            && (end + 1 == text.Length || text[end + 1] != '`')
            && !char.IsWhiteSpace(text[start + 1])
            && !char.IsWhiteSpace(text[end - 1])
            && !text.AsSpan(start, end - start).Contains('*');
        return isCode ? end + 1 - start : 0;
    }
}
