namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Reads channels as platforms write them: <c>&lt;#C0123|general&gt;</c> and <c>&lt;#123&gt;</c>, or an id alone.</summary>
internal static class ChannelText
{
    private const int Shortest = 9;
    private const int Longest = 24;

    public static bool LooksLikeOne(string text) => Read(text) is not null;

    /// <summary>The platform's id, or null for what is none.</summary>
    public static string? Read(string text)
    {
        var mark = text.Trim();
        var id = mark is ['<', '#', .. var inner, '>'] ? inner.Split('|')[0] : mark;
        return id.Length is >= Shortest and <= Longest && (id.All(char.IsAsciiDigit) || (id[0] is 'C' or 'G' && id.All(IsOfSlackId))) ? id : null;
    }

    private static bool IsOfSlackId(char letter) => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter);
}
