namespace MLCareerBot.Knowledge.Matching;

/// <summary>Labelled messages, read and turned into vectors once for all trainings.</summary>
internal sealed record TrainingSet
{
    public required FeatureSpace Space { get; init; }

    /// <summary>One unit vector per message.</summary>
    public required SparseVector[] Vectors { get; init; }

    /// <summary>Feature ids of each message's single words.</summary>
    public required int[][] Words { get; init; }

    /// <summary>One label per message; <see cref="LabelCount"/> stands for "no label covers it".</summary>
    public required int[] Labels { get; init; }

    /// <summary>What messages without label are about, so that whole subjects can be held out; else null.</summary>
    public required string?[] Subjects { get; init; }

    /// <summary>The labels' names; their order numbers them.</summary>
    public required string[] LabelNames { get; init; }

    public int LabelCount => LabelNames.Length;

    public bool IsCovered(int message) => Labels[message] != LabelCount;

    /// <summary>Reads the examples with <paramref name="reader"/>, which learns their vocabulary.</summary>
    public static TrainingSet Read(IReadOnlyList<LabelledText> examples, MessageReader reader)
    {
        var messages = reader.ReadTraining(examples.Select(example => example.Text));
        var space = new FeatureSpace();
        var vectors = space.Fit(messages);

        string[] names = [.. examples.Select(example => example.Label).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new()
        {
            Space = space,
            Vectors = vectors,
            Words = Array.ConvertAll(messages, words => WordIds(space, words)),
            Labels = [.. examples.Select(example => example.Label is null ? names.Length : Array.BinarySearch(names, example.Label, StringComparer.Ordinal))],
            Subjects = [.. examples.Select(example => example.Subject)],
            LabelNames = names,
        };
    }

    private static int[] WordIds(FeatureSpace space, string words)
    {
        var ids = new List<int>();
        foreach (var word in words.AsSpan().Split(' '))
        {
            ids.Add(space.IdOf(words.AsSpan()[word]));
        }

        return [.. ids];
    }
}
