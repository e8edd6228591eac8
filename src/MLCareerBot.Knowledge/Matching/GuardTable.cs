using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// The terms that mark a question as one the sources don't cover, whatever else it resembles: a question about
/// JavaScript is none about Java.
/// </summary>
internal sealed class GuardTable
{
    private readonly OutsideSubject[] _subjects;
    private readonly PhraseFinder _terms;
    private readonly PhraseFinder _unless;

    /// <param name="subjects">The pack's outside subjects.</param>
    /// <param name="read">Reads terms the way questions are read, without mending their spelling.</param>
    public GuardTable(IEnumerable<OutsideSubject> subjects, Func<IEnumerable<string>, IEnumerable<string>> read)
    {
        _subjects = [.. subjects.Where(subject => subject.Terms.Count > 0)];
        _terms = new PhraseFinder(Entries(subject => subject.Terms, read));
        _unless = new PhraseFinder(Entries(subject => subject.Unless, read));
    }

    /// <summary>The subject whose terms forbid an answer, or null.</summary>
    /// <param name="words">The question.</param>
    /// <param name="topic">Id of the topic that would answer.</param>
    public OutsideSubject? Veto(WordBuffer words, string topic)
    {
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var index in _terms.At(words, start))
            {
                var subject = _subjects[index];
                if (Forbids(subject, topic) && !_unless.Contains(words, index))
                {
                    return subject;
                }
            }
        }

        return null;
    }

    private static bool Forbids(OutsideSubject subject, string topic) => subject.Blocks.Count > 0
        ? subject.Blocks.Contains(topic, StringComparer.Ordinal)
        : !subject.Allow.Contains(topic, StringComparer.Ordinal);

    private IEnumerable<(string Phrase, int Tag)> Entries(
        Func<OutsideSubject, IReadOnlyList<string>> phrases, Func<IEnumerable<string>, IEnumerable<string>> read) =>
        _subjects.SelectMany((subject, index) => read(phrases(subject)).Select(phrase => (phrase, index)));
}
