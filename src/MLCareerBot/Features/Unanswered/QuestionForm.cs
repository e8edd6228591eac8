using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Features.Unanswered;

/// <summary>The form under which questions count as the same: their words without those of every sentence, cut to their stems and in order.</summary>
internal static class QuestionForm
{
    private const int MostWords = 12;

    private static readonly HashSet<string> FunctionWords = new(EnglishText.FunctionWords, StringComparer.Ordinal);

    /// <summary>Empty for a text without words.</summary>
    public static string Of(string text)
    {
        var words = Words(text).ToList();
        var content = words.Where(word => !FunctionWords.Contains(word)).ToList();
        return string.Join(' ', (content.Count > 0 ? content : words)
            .Select(word => word[..Stemmer.StemLength(word)])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostWords));
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var isOfWord = index < text.Length && char.IsLetterOrDigit(text[index]);
            if (isOfWord && start < 0)
            {
                start = index;
            }
            else if (!isOfWord && start >= 0)
            {
                yield return text[start..index].ToLowerInvariant();
                start = -1;
            }
        }
    }
}
