namespace MLCareerBot.Knowledge.Matching;

/// <summary>Reads a message the way the matcher sees it: words, chat slang spelled out, typing mended, synonyms merged.</summary>
/// <param name="synonyms">Words of the pack that are read as others.</param>
/// <param name="knownTerms">Words that are right as they are, though no phrasing has them.</param>
internal sealed class MessageReader(PhraseTable synonyms, IEnumerable<string> knownTerms)
{
    private static readonly PhraseTable Slang = new(EnglishText.Slang);

    private SpellingCorrector _spelling = new([], []);

    /// <summary>Reads training messages and learns the words that typing mistakes are mended to.</summary>
    public WordBuffer[] ReadTraining(IEnumerable<string> messages)
    {
        var spare = new WordBuffer();
        var vocabulary = new List<string>(synonyms.Words);
        var read = messages.Select(message =>
        {
            var words = new WordBuffer();
            ReadUnmended(message, words, spare);
            vocabulary.AddRange(WordsOf(spare));
            synonyms.Rewrite(spare, words, keepSymbols: false);
            return words;
        }).ToArray();

        var right = EnglishText.GeneralWords();
        foreach (var term in knownTerms)
        {
            Tokenizer.Read(term, spare);
            right.UnionWith(WordsOf(spare));
        }

        _spelling = new SpellingCorrector(vocabulary, right);
        return read;
    }

    /// <summary>Reads a question into <see cref="QueryScratch.Words"/>.</summary>
    public void Read(ReadOnlySpan<char> message, QueryScratch scratch)
    {
        var (words, spare) = (scratch.Words, scratch.Spare);
        ReadUnmended(message, spare, words);
        _spelling.Rewrite(words, spare);
        synonyms.Rewrite(spare, words, keepSymbols: false);
    }

    /// <summary>Reads a term of the pack, whose spelling is right.</summary>
    public string ReadTerm(string term)
    {
        var (words, spare) = (new WordBuffer(), new WordBuffer());
        ReadUnmended(term, words, spare);
        synonyms.Rewrite(spare, words, keepSymbols: false);
        return words.Text.ToString();
    }

    private static void ReadUnmended(ReadOnlySpan<char> message, WordBuffer spare, WordBuffer words)
    {
        Tokenizer.Read(message, spare);
        Slang.Rewrite(spare, words, keepSymbols: true);
    }

    private static IEnumerable<string> WordsOf(WordBuffer words) =>
        Enumerable.Range(0, words.Count).Select(index => words[index].ToString());
}
