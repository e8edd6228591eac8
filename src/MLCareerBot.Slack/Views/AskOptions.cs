using System.Globalization;
using System.Text;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Slack.Views;

/// <summary>
/// The questions that fit what has been typed so far, best first: one begins with it, a word of it does, all the words are
/// in it, or they are misspelt. Case, accents and punctuation don't matter. A list has at most 100 options:
/// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select.
/// </summary>
internal static class AskOptions
{
    private const int Most = 100;
    private const int Limit = 75;
    private const int NoFit = 4;

    /// <param name="query">What has been typed; empty when the list is opened.</param>
    /// <param name="pack">The pack.</param>
    public static IReadOnlyList<SelectOption> For(string query, KnowledgePack pack)
    {
        var wanted = Plain(query);
        var words = wanted.Split(' ');
        return
        [
            .. pack.Topics
                .Where(topic => topic.Id.Length <= Limit)
                .Select(topic => (Topic: topic, Rank: Math.Min(Rank(wanted, words, Plain(topic.Question)), Rank(wanted, words, Plain(topic.Id)))))
                .Where(ranked => ranked.Rank < NoFit)
                .OrderBy(ranked => ranked.Rank)
                .Take(Most)
                .Select(ranked => new SelectOption(TextObject.Plain(SlackText.Clip(ranked.Topic.Question, Limit)), ranked.Topic.Id)),
        ];
    }

    private static int Rank(string wanted, string[] words, string text) =>
        text.StartsWith(wanted, StringComparison.Ordinal) ? 0
        : text.Contains($" {wanted}", StringComparison.Ordinal) ? 1
        : words.All(word => text.Contains(word, StringComparison.Ordinal)) ? 2
        : text.Split(' ') is var known && words.All(word => known.Any(other => IsNear(word, other))) ? 3
        : NoFit;

    // The word may not be complete yet, so it is compared with as much of the other one too.
    private static bool IsNear(string word, string other)
    {
        var most = word.Length <= 3 ? 0 : word.Length <= 7 ? 1 : 2;
        return EditDistance.Between(word, other, most) <= most
            || (other.Length > word.Length && EditDistance.Between(word, other.AsSpan(0, word.Length), most) <= most);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in VisibleText.Of(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && plain is not [] and not [.., ' '])
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
