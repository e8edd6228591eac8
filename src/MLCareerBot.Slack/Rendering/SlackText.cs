using System.Text;

using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Rendering;

/// <summary>
/// Plain text as Slack's mrkdwn, so that it shows as itself and does nothing. Slack reads <c>&amp;</c>, <c>&lt;</c> and
/// <c>&gt;</c> escaped, and so no mention or link comes out of a text. Formatting it can't be told to leave alone, so
/// signs that would format are replaced by their nearest likeness: https://docs.slack.dev/messaging/formatting-message-text.
/// </summary>
internal static class SlackText
{
    /// <summary>The text on one line with Slack's three control characters escaped; its formatting is left.</summary>
    public static string Escape(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The length of visible text once it is escaped.</summary>
    public static int CostOf(ReadOnlySpan<char> visible) =>
        visible.Length + (visible.Count('&') * ("&amp;".Length - 1)) + ((visible.Count('<') + visible.Count('>')) * ("&lt;".Length - 1));

    /// <summary>Plain text for where Slack reads no markup, cut at a word if it is longer than the limit.</summary>
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

    /// <summary>Visible text, escaped and without a sign that formats.</summary>
    /// <param name="visible">The text.</param>
    /// <param name="isStart">True if a line may begin with it.</param>
    public static string Inert(string visible, bool isStart)
    {
        var inert = new StringBuilder(visible.Length);
        for (var index = 0; index < visible.Length; index++)
        {
            inert.Append(visible[index] switch
            {
                '`' => 'ˋ',
                '*' when CanFormat(visible, index) => '∗',
                '_' when CanFormat(visible, index) => 'ˍ',
                '~' when CanFormat(visible, index) => '∼',
                ':' when OpensEmoji(visible, index) => '꞉',

                // Slack makes a quotation of a line behind either, escaped or not.
                '>' or '＞' when isStart && index == 0 => '›',
                var sign => sign,
            });
        }

        return Escape(inert.ToString());
    }

    // Formatting begins and ends at the edge of a word: not inside of one, and not between blanks.
    private static bool CanFormat(string text, int index)
    {
        if (index == 0 || index + 1 == text.Length)
        {
            return true;
        }

        var (before, after) = (text[index - 1], text[index + 1]);
        return !(char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after)) && !(before == ' ' && after == ' ');
    }

    private static bool OpensEmoji(string text, int index)
    {
        var name = text.AsSpan(index + 1);
        return name.IndexOf(':') is >= 0 and var end && !name[..end].Contains(' ');
    }
}
