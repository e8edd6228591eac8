namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>How faults quote what a writer wrote: short, and harmless to a terminal.</summary>
internal static class Wording
{
    private const int QuoteLimit = 60;

    public static string Quote(string text) =>
        $"'{Printable(text.Length > QuoteLimit ? string.Concat(text.AsSpan(0, QuoteLimit), "...") : text)}'";

    public static string Printable(string text)
    {
        var characters = text.ToCharArray();
        for (var at = UnwantedCharacter.Find(text, 0, allowTabs: false); at >= 0; at = UnwantedCharacter.Find(text, at + 1, allowTabs: false))
        {
            characters[at] = '?';
        }

        return new(characters);
    }

    public static string Count(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}
