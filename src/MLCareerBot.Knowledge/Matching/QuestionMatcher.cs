using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>
/// Finds what a question asks for in a pack: a topic, small talk, a feature, or nothing the sources cover.
/// Trained once per pack, then safe to use from any thread.
/// </summary>
public sealed class QuestionMatcher
{
    private const float RunnerUpDistance = 0.6f;
    private const int MostExplained = 3;

    private readonly TextMatcher _matcher;
    private readonly GuardTable _guards;
    private readonly FollowUpReader _followUps;

    private QuestionMatcher(TextMatcher matcher, GuardTable guards, FollowUpReader followUps)
    {
        _matcher = matcher;
        _guards = guards;
        _followUps = followUps;
    }

    /// <summary>Learns a pack's phrasings. Takes about a second for forty topics of 190 phrasings each.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="options">How to train; defaults where null.</param>
    /// <param name="progress">Told the share of the work done, 0 to 1.</param>
    public static QuestionMatcher Train(KnowledgePack pack, MatcherOptions? options = null, IProgress<double>? progress = null)
    {
        var synonyms = pack.Synonyms.SelectMany(synonym => synonym.For.Select(phrase => (phrase, synonym.Use)));
        var reader = new MessageReader(new PhraseTable(synonyms), pack.OutsideSubjects.SelectMany(subject => subject.Terms));
        var matcher = TextMatcher.Train([.. Examples(pack)], reader, options ?? new(), progress);
        return new(matcher, new GuardTable(pack.OutsideSubjects, reader.ReadTerms), new FollowUpReader(pack, matcher.Labels, reader.ReadTerms));
    }

    /// <summary>Decides what a question asks for.</summary>
    /// <param name="question">The words as typed: any length, any characters.</param>
    /// <param name="lastTopic">Id of the topic just answered in the same conversation, or null.</param>
    public QuestionMatch Match(ReadOnlySpan<char> question, string? lastTopic = null)
    {
        var ranking = _matcher.Rank(question, out var words);
        if (_matcher.SaysNothing(words))
        {
            return Result(ranking, Decision.Abstain);
        }

        if (lastTopic is not null && !_matcher.Rule.IsSure(ranking) && _followUps.Resolve(ranking, words, lastTopic) is { } followUp)
        {
            return new(Decision.Answer, followUp, null, null, null, IsFollowUp: true);
        }

        return _guards.Veto(words, _matcher.Labels[ranking.Best.Label]) is { } outside
            ? Result(ranking, Decision.Abstain) with { Outside = outside }
            : Result(ranking, _matcher.Rule.Decide(ranking));
    }

    /// <summary>Says how <see cref="Match"/> comes to its decision about a question that nothing went before.</summary>
    internal MatchExplanation Explain(string question)
    {
        var ranking = _matcher.Rank(question, out var words);
        var reason = _matcher.SaysNothing(words) ? "It has no word that says what it is about."
            : _guards.Veto(words, _matcher.Labels[ranking.Best.Label]) is { } outside ? $"Its words mark it as one about {outside.Subject}."
            : _matcher.Rule.ReasonFor(ranking);
        var read = words.Text.ToString();
        return new(read, _matcher.MendedIn(question), _matcher.Explain(question, MostExplained), Match(question).Decision, reason);
    }

    // With an answer, only runners-up that could as well have been meant; else whatever is nearest.
    private QuestionMatch Result(in Ranking ranking, Decision decision)
    {
        var furthest = decision is Decision.Answer ? ranking.Best.Score - RunnerUpDistance : float.MinValue;
        return new(decision, _matcher.Labels[ranking.Best.Label], NameOf(ranking, 1, furthest), NameOf(ranking, 2, furthest), Outside: null, IsFollowUp: false);
    }

    private string? NameOf(in Ranking ranking, int index, float furthest) =>
        index < ranking.Count && ranking[index].Score >= furthest ? _matcher.Labels[ranking[index].Label] : null;

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
