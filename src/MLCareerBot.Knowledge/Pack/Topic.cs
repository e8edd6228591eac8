namespace MLCareerBot.Knowledge.Pack;

/// <summary>One question that the sources answer.</summary>
public sealed record Topic
{
    /// <summary>The file's name without ending: <c>time-to-become</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The question in its best words; also the answer's title.</summary>
    public required string Question { get; init; }

    /// <summary>Id of the <see cref="TopicGroup"/> it is browsed under.</summary>
    public required string Group { get; init; }

    /// <summary>The question in the words people really type.</summary>
    public required IReadOnlyList<string> Phrasings { get; init; }

    /// <summary>Fragments that mean this topic only right after it or one of its related topics: <c>per hour</c>.</summary>
    public required IReadOnlyList<string> FollowUps { get; init; }

    /// <summary>The answer, at most <see cref="PackLimits.AnswerCharacters"/> characters of text.</summary>
    public required IReadOnlyList<AnswerBlock> Answer { get; init; }

    /// <summary>Ids of the sources that the answer draws on.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Ids of the topics that people ask next, best first.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    /// <summary>The day a person last checked the answer against its sources.</summary>
    public required DateOnly Reviewed { get; init; }
}

/// <summary>A piece of an answer. The set is closed.</summary>
public abstract record AnswerBlock
{
    private AnswerBlock()
    {
    }

    /// <summary>Running text, one paragraph.</summary>
    public sealed record Paragraph(string Text) : AnswerBlock;

    /// <summary>Items in no particular order.</summary>
    public sealed record Bullets(IReadOnlyList<string> Items) : AnswerBlock;

    /// <summary>Items whose order matters, counted from one.</summary>
    public sealed record Steps(IReadOnlyList<string> Items) : AnswerBlock;
}
