using System.Globalization;
using System.Text;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Commands;

/// <summary>
/// The candidates that fit what has been typed so far, best first: it begins with it, a word of it does, all the words
/// are in it, or they are misspelt. Case, accents and punctuation don't matter.
/// </summary>
public static class Completion
{
    private const int NoFit = 4;

    /// <summary>Those that fit; all, in their own order, where nothing is typed yet.</summary>
    /// <param name="candidates">What there is.</param>
    /// <param name="typed">What was typed, unfinished or wrong as it may be.</param>
    /// <param name="texts">The texts of a candidate that may be typed; the one that fits best counts.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<T> candidates, string typed, Func<T, IEnumerable<string>> texts)
    {
        var wanted = Plain(typed);
        var words = wanted.Split(' ');
        return candidates
            .Select(candidate => (Candidate: candidate, Rank: texts(candidate).Min(text => Rank(wanted, words, Plain(text)))))
            .Where(ranked => ranked.Rank < NoFit)
            .OrderBy(ranked => ranked.Rank)
            .Select(ranked => ranked.Candidate);
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
