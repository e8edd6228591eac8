using System.Runtime.CompilerServices;

namespace MLCareerBot.Knowledge.Matching;

/// <summary>A label and how well it fits.</summary>
internal readonly record struct Candidate(int Label, float Score);

/// <summary>The labels that fit a question best, best first, with what the decision needs to know.</summary>
internal struct Ranking
{
    /// <summary>How many candidates are looked at closely.</summary>
    public const int Size = 5;

    private Candidates _candidates;

    /// <summary>How many candidates there are: fewer than <see cref="Size"/> only when there are fewer labels.</summary>
    public int Count { get; private set; }

    /// <summary>How well the question fits what no label covers.</summary>
    public float Outside { get; set; }

    /// <summary>Cosine of the best candidate's phrasing most like the question.</summary>
    public float Nearest { get; set; }

    /// <summary>Share of the question's words, weighed by rarity, that training knew: 0 to 1.</summary>
    public float Coverage { get; set; }

    public readonly Candidate this[int index] => _candidates[index];

    public readonly Candidate Best => _candidates[0];

    /// <summary>How far the best candidate is ahead of the second.</summary>
    public readonly float Margin => Count > 1 ? _candidates[0].Score - _candidates[1].Score : _candidates[0].Score;

    /// <summary>Keeps the candidate if it is among the best.</summary>
    public void Offer(int label, float score)
    {
        var position = Count;
        while (position > 0 && _candidates[position - 1].Score < score)
        {
            position--;
        }

        if (position == Size)
        {
            return;
        }

        Count = Math.Min(Count + 1, Size);
        for (var index = Count - 1; index > position; index--)
        {
            _candidates[index] = _candidates[index - 1];
        }

        _candidates[position] = new(label, score);
    }

    [InlineArray(Size)]
    private struct Candidates
    {
        private Candidate _first;
    }
}
