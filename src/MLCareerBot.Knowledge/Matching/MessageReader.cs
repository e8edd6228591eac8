namespace MLCareerBot.Knowledge.Matching;

/// <summary>Reads a message the way the matcher sees it: words, chat slang spelled out, typing mended, synonyms merged.</summary>
/// <param name="synonyms">Words of the pack that are read as others.</param>
/// <param name="knownTerms">Words that are right as they are, though no phrasing has them.</param>
internal sealed class MessageReader(PhraseTable synonyms, IEnumerable<string> knownTerms)
{
    private static readonly PhraseTable Slang = new(EnglishText.Slang);

    // A long list, read while other threads read the messages.
    private readonly Task<HashSet<string>> _generalWords = Task.Run(EnglishText.GeneralWords);

    private SpellingCorrector _spelling = new([], []);

    /// <summary>Reads training messages and learns the words that typing mistakes are mended to.</summary>
    /// <returns>Each message's words, a space apart.</returns>
    public string[] ReadTraining(IEnumerable<string> messages)
    {
        var scratch = new QueryScratch();
        var vocabulary = new List<string>(synonyms.Words);
        string ReadOne(string message)
        {
            ReadUnmended(message, scratch.Words, scratch.Spare);
            vocabulary.AddRange(WordsOf(scratch.Spare));
            synonyms.Rewrite(scratch.Spare, scratch.Words, keepSymbols: false);
            return scratch.Words.Text.ToString();
        }

        var read = messages.Select(ReadOne).ToArray();
        var right = _generalWords.GetAwaiter().GetResult();
        foreach (var term in knownTerms)
        {
            Tokenizer.Read(term, scratch.Words);
            right.UnionWith(WordsOf(scratch.Words));
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

    /// <summary>The words of a message that are taken for typing mistakes, and the words they are read as.</summary>
    public IReadOnlyList<(string Typed, string Read)> MendedIn(ReadOnlySpan<char> message)
    {
        var scratch = new QueryScratch();
        ReadUnmended(message, scratch.Spare, scratch.Words);
        return [.. WordsOf(scratch.Words).Select(word => (Typed: word, Read: _spelling.Correct(word).ToString())).Where(pair => pair.Typed != pair.Read)];
    }

    /// <summary>Reads terms of the pack, whose spelling is right.</summary>
    /// <returns>Each term's words, a space apart.</returns>
    public IEnumerable<string> ReadTerms(IEnumerable<string> terms)
    {
        var scratch = new QueryScratch();
        foreach (var term in terms)
        {
            ReadUnmended(term, scratch.Words, scratch.Spare);
            synonyms.Rewrite(scratch.Spare, scratch.Words, keepSymbols: false);
            yield return scratch.Words.Text.ToString();
        }
    }

    private static void ReadUnmended(ReadOnlySpan<char> message, WordBuffer spare, WordBuffer words)
    {
        Tokenizer.Read(message, spare);
        Slang.Rewrite(spare, words, keepSymbols: true);
    }

    private static IEnumerable<string> WordsOf(WordBuffer words) =>
        Enumerable.Range(0, words.Count).Select(index => words[index].ToString());
}
