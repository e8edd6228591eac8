namespace MLCareerBot.Knowledge.Matching;

/// <summary>A question that a model was not trained on, and what the model made of it.</summary>
/// <param name="Ranking">The ranking.</param>
/// <param name="Right">True if the best candidate is the question's label.</param>
internal readonly record struct Trial(Ranking Ranking, bool Right);

/// <summary>
/// Finds out from the training data alone how rankings of unseen questions look: trains on parts of it and asks the
/// rest. A quarter of the labels and of the outside subjects is held out whole, for questions that nothing covers.
/// </summary>
internal sealed class Calibration(TrainingSet set)
{
    private const int Folds = 4;

    // A calibration needs the shape of the scores, not their last digit.
    private const int Passes = 6;

    /// <summary>Trains and asks a number of times, in parallel.</summary>
    /// <param name="trainings">How often; every four cover all the data, each time split in another way.</param>
    /// <param name="trained">Called after each training, from any thread.</param>
    public IReadOnlyList<Trial> Run(int trainings, Action? trained = null)
    {
        var trials = new List<Trial>[trainings];
        Parallel.For(0, trainings, training =>
        {
            trials[training] = RunFold(new Split(set, seed: training / Folds), training % Folds);
            trained?.Invoke();
        });

        return [.. trials.SelectMany(fold => fold)];
    }

    private List<Trial> RunFold(Split split, int fold)
    {
        var messages = Enumerable.Range(0, set.Vectors.Length).ToLookup(message => split.IsAsked(message, fold));
        int[] known = [.. messages[false]];
        var model = TextModel.Train(set, known, Passes);
        var coverage = new Coverage(set, known);
        var scratch = new QueryScratch().SizedFor(set.Space.Count, model.Width);

        var trials = new List<Trial>();
        foreach (var message in messages[true])
        {
            var ranking = Ask(model, coverage, message, scratch);
            var answerable = set.IsCovered(message) && !split.IsHeldOut(message, fold);
            trials.Add(new(ranking, answerable && ranking.Best.Label == set.Labels[message]));
        }

        return trials;
    }

    // A question has only the features that its model's training has seen.
    private Ranking Ask(TextModel model, Coverage coverage, int message, QueryScratch scratch)
    {
        var (ids, values) = set.Vectors[message];
        var count = 0;
        for (var index = 0; index < ids.Length; index++)
        {
            if (coverage.HasSeen(ids[index]))
            {
                scratch.Ids[count] = ids[index];
                scratch.Values[count++] = values[index];
            }
        }

        var seenIds = scratch.Ids.AsSpan(0, count);
        var seenValues = scratch.Values.AsSpan(0, count);
        set.Space.Weights.Normalize(seenIds, seenValues);
        var ranking = model.Rank(seenIds, seenValues, scratch);
        ranking.Coverage = coverage.Of(set.Words[message]);
        return ranking;
    }

    /// <summary>Which messages are asked in which fold.</summary>
    private sealed class Split
    {
        private readonly TrainingSet _set;
        private readonly int[] _ofMessage;
        private readonly int[] _ofLabel;

        public Split(TrainingSet set, int seed)
        {
            var random = new Random(seed);
            _set = set;
            _ofMessage = Shuffled(set.Vectors.Length, random);
            _ofLabel = Shuffled(set.LabelCount, random);

            string[] subjects = [.. set.Subjects.OfType<string>().Distinct(StringComparer.Ordinal)];
            var ofSubject = subjects.Zip(Shuffled(subjects.Length, random)).ToDictionary(StringComparer.Ordinal);
            for (var message = 0; message < _ofMessage.Length; message++)
            {
                _ofMessage[message] = set.Subjects[message] is { } subject ? ofSubject[subject] : _ofMessage[message];
            }
        }

        public bool IsAsked(int message, int fold) => _ofMessage[message] == fold || IsHeldOut(message, fold);

        /// <summary>True if no message of the same label is trained on.</summary>
        public bool IsHeldOut(int message, int fold) => _set.IsCovered(message) && _ofLabel[_set.Labels[message]] == fold;

        private static int[] Shuffled(int count, Random random)
        {
            var folds = Enumerable.Range(0, count).Select(index => index % Folds).ToArray();
            random.Shuffle(folds);
            return folds;
        }
    }
}
