using System.Text;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// Spreads sections over as few messages as they need. All texts of a message together may have 4,000 characters:
/// https://discord.com/developers/docs/components/reference#text-display. Counted here are UTF-16 units, which are
/// never fewer than what Discord counts.
/// </summary>
internal static class MessagePages
{
    public const int Limit = 4_000;

    public static IReadOnlyList<string> Of(IEnumerable<Section> sections)
    {
        var pages = new List<string>();
        var page = new StringBuilder();
        foreach (var text in sections.SelectMany(section => section.Fit(Limit)).Select(section => section.ToString()))
        {
            // Headings bring room above them.
            var gap = text.StartsWith('#') ? "\n" : "\n\n";
            if (page.Length > 0 && page.Length + gap.Length + text.Length > Limit)
            {
                pages.Add(page.ToString());
                page.Clear();
            }

            page.Append(page.Length > 0 ? gap : "").Append(text);
        }

        return page.Length > 0 ? [.. pages, page.ToString()] : pages;
    }
}
