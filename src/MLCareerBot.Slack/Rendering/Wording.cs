using MLCareerBot.Slack.Protocol.Wire;

using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Rendering;

/// <summary>A line of visible text, in which what stands between backticks is code, as our own texts quote commands: <c>`faq`</c>.</summary>
internal sealed record Wording
{
    /// <summary>Longer ones are no command of ours, and code is never cut in two.</summary>
    private const int LongestCode = 100;

    private Wording(string text) => Text = text;

    /// <summary>The text as it was written, backticks and all.</summary>
    public string Text { get; }

    /// <summary>Escaped for where Slack reads mrkdwn.</summary>
    public string Mrkdwn => string.Concat(Runs().Select((run, index) =>
        run.IsCode ? $"`{SlackText.Escape(run.Text)}`" : SlackText.Inert(run.Text, isStart: index == 0)));

    public bool HasCode => Runs().Any(run => run.IsCode);

    /// <summary>The wording, or nothing where nothing would be seen.</summary>
    public static IEnumerable<Wording> Of(string text) => VisibleText.Of(text).Trim() is { Length: > 0 } visible ? [new(visible)] : [];

    /// <summary>For where nothing is markup.</summary>
    public IReadOnlyList<RichTextRun> Rich(bool isStrong = false) =>
    [
        .. Runs().Select(run => new RichTextText(run.Text)
        {
            Style = isStrong || run.IsCode ? new() { Bold = isStrong ? true : null, Code = run.IsCode ? true : null } : null,
        }),
    ];

    /// <summary>The wording, or as many as there must be for none to be longer than the limit in mrkdwn.</summary>
    public IEnumerable<Wording> Split(int limit)
    {
        var rest = Text;
        while (CutBefore(rest, limit) is var end && end < rest.Length)
        {
            yield return new(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        yield return new(rest);
    }

    private IEnumerable<(string Text, bool IsCode)> Runs()
    {
        var start = 0;
        for (var index = 0; index < Text.Length;)
        {
            var code = CodeLengthAt(Text, index);
            if (code > 0)
            {
                if (index > start)
                {
                    yield return (Text[start..index], false);
                }

                yield return (Text[(index + 1)..(index + code - 1)], true);
                start = index + code;
            }

            index += Math.Max(1, code);
        }

        if (start < Text.Length)
        {
            yield return (Text[start..], false);
        }
    }

    // After a sentence, or else after a word, unless most of the room would stay empty; never inside what belongs together.
    private static int CutBefore(string text, int limit)
    {
        var (sentence, word, any, cost) = (0, 0, 0, 0);
        while (any < text.Length)
        {
            var length = LengthAt(text, any);
            cost += SlackText.CostOf(text.AsSpan(any, length));
            if (cost > limit)
            {
                return sentence > any / 2 ? sentence : word > any / 2 ? word : any;
            }

            any += length;
            if (text[any - 1] == ' ')
            {
                word = any;
                sentence = any > 1 && text[any - 2] is '.' or '!' or '?' ? any : sentence;
            }
        }

        return any;
    }

    // A character in two halves and code are one.
    private static int LengthAt(string text, int index) =>
        CodeLengthAt(text, index) is > 0 and var code ? code : char.IsHighSurrogate(text[index]) ? 2 : 1;

    // Backticks in a row open longer spans.
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
            && text[start + 1] != ' '
            && text[end - 1] != ' ';
        return isCode ? end + 1 - start : 0;
    }
}
