namespace MLCareerBot.Knowledge.Pack;

/// <summary>
/// Everything the bot knows, read once from a folder of files and never changed afterwards.
/// Every reference inside it (source, topic, step, fact) has been checked.
/// </summary>
public sealed record KnowledgePack
{
    /// <summary>What the pack is about, for headings: <c>Machine learning engineering</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The career the pack describes, in running text: <c>machine learning engineer</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The texts that every answer goes back to.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>The headings under which topics are browsed, in order.</summary>
    public required IReadOnlyList<TopicGroup> Groups { get; init; }

    /// <summary>The questions with an answer, ordered by group and then by id.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Small talk, and plain words that ask for a feature.</summary>
    public required IReadOnlyList<Intent> Intents { get; init; }

    /// <summary>Neighbouring subjects on which the sources are silent, so that the bot is too.</summary>
    public required IReadOnlyList<OutsideSubject> OutsideSubjects { get; init; }

    /// <summary>Salary and outlook figures.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>Which facts and topics a verb shows, by verb and view name.</summary>
    public required IReadOnlyList<FactView> Views { get; init; }

    /// <summary>The rows of the skills matrix.</summary>
    public required IReadOnlyList<Skill> Skills { get; init; }

    /// <summary>The ways into the career, one per source that describes one, and how long they take.</summary>
    public required Roadmap Roadmap { get; init; }

    /// <summary>Side-by-side views of the role and a neighbouring one.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>Short things to do today.</summary>
    public required IReadOnlyList<Tip> Tips { get; init; }

    /// <summary>Words read as other words before matching.</summary>
    public required IReadOnlyList<Synonym> Synonyms { get; init; }

    /// <summary>Questions whose outcome must stay as it is.</summary>
    public required IReadOnlyList<GoldenQuestion> GoldenQuestions { get; init; }

    /// <summary>The topic with this id, or null.</summary>
    public Topic? FindTopic(string id) =>
        Topics.FirstOrDefault(topic => topic.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The intent with this id, or null.</summary>
    public Intent? FindIntent(string id) =>
        Intents.FirstOrDefault(intent => intent.Id.Equals(id, StringComparison.OrdinalIgnoreCase));
}
