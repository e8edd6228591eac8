using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Finds what a question asks for in a pack: a topic, small talk, a feature, or nothing the sources cover.
/// Trained once per pack, then safe to use from any thread.
/// </summary>
public sealed class QuestionMatcher
{
    private readonly TextMatcher _matcher;
    private readonly GuardTable _guards;
    private readonly FollowUpReader _followUps;

    private QuestionMatcher(TextMatcher matcher, GuardTable guards, FollowUpReader followUps)
    {
        _matcher = matcher;
        _guards = guards;
        _followUps = followUps;
    }

    /// <summary>Learns a pack's phrasings. Takes about half a second for fifty topics.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="options">How to train; defaults where null.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    public static QuestionMatcher Train(KnowledgePack pack, MatcherOptions? options = null, IProgress<double>? progress = null)
    {
        var synonyms = pack.Synonyms.SelectMany(synonym => synonym.For.Select(phrase => (phrase, synonym.Use)));
        var reader = new MessageReader(new PhraseTable(synonyms), pack.OutsideSubjects.SelectMany(subject => subject.Terms));
        var matcher = TextMatcher.Train([.. Examples(pack)], reader, options ?? new(), progress);
        return new(matcher, new GuardTable(pack.OutsideSubjects, reader.ReadTerm), new FollowUpReader(pack, matcher.Labels, reader.ReadTerm));
    }

    /// <summary>Decides what a question asks for.</summary>
    /// <param name="question">The words as typed: any length, any characters.</param>
    /// <param name="lastTopic">Id of the topic just answered in the same conversation, or null.</param>
    public QuestionMatch Match(ReadOnlySpan<char> question, string? lastTopic = null)
    {
        var ranking = _matcher.Rank(question, out var words);
        if (words.Count == 0)
        {
            return Result(ranking, Decision.Abstain);
        }

        var decision = _matcher.Rule.Decide(ranking);
        if (lastTopic is not null && _followUps.Resolve(ranking, words, lastTopic) is { } followUp)
        {
            return new(Decision.Answer, followUp, null, null, null, IsFollowUp: true);
        }

        return _guards.Veto(words, _matcher.Labels[ranking.Best.Label]) is { } outside
            ? Result(ranking, Decision.Abstain) with { Outside = outside }
            : Result(ranking, decision);
    }

    internal string Explain(string q) { var r = _matcher.Rank(q, out var w); return $"{w.Text} s{r.Best.Score:F2} o{r.Outside:F2} m{r.Margin:F2} n{r.Nearest:F2} c{r.Coverage:F2} p{_matcher.Rule.Chance(r):F3}"; }

    private QuestionMatch Result(in Ranking ranking, Decision decision) =>
        new(decision, NameOf(ranking, 0) ?? "", NameOf(ranking, 1), NameOf(ranking, 2), Outside: null, IsFollowUp: false);

    private string? NameOf(in Ranking ranking, int index) => index < ranking.Count ? _matcher.Labels[ranking[index].Label] : null;

    private static IEnumerable<LabelledText> Examples(KnowledgePack pack)
    {
        foreach (var topic in pack.Topics)
        {
            yield return new(topic.Id, topic.Question);
            foreach (var phrasing in topic.Phrasings)
            {
                yield return new(topic.Id, phrasing);
            }
        }

        foreach (var intent in pack.Intents)
        {
            foreach (var phrasing in intent.Phrasings)
            {
                yield return new(intent.Id, phrasing);
            }
        }

        foreach (var subject in pack.OutsideSubjects)
        {
            foreach (var phrasing in subject.Phrasings)
            {
                yield return new(Label: null, phrasing, subject.Id);
            }
        }
    }
}
