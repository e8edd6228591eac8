namespace MLCareerBot.Knowledge.Pack;

/// <summary>How much a source makes of a skill.</summary>
public enum SkillMark
{
    /// <summary>The source is silent.</summary>
    Absent,

    /// <summary>Mentioned in passing.</summary>
    Mentioned,

    /// <summary>Named as a skill or requirement.</summary>
    Named,
}

/// <summary>A row of the skills matrix.</summary>
public sealed record Skill
{
    /// <summary>Its id: <c>python</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name: <c>Python</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The heading it stands under.</summary>
    public required string Group { get; init; }

    /// <summary>Other names people use.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>One mark for every source, by source id.</summary>
    public required IReadOnlyDictionary<string, SkillMark> Marks { get; init; }

    /// <summary>A remark on a mark, by source id.</summary>
    public required IReadOnlyDictionary<string, string> Notes { get; init; }

    /// <summary>What the sources say of it.</summary>
    public required string About { get; init; }

    /// <summary>How the sources say to learn it; null where they say nothing.</summary>
    public string? Learn { get; init; }

    /// <summary>Id of the topic that tells more.</summary>
    public required string Topic { get; init; }
}
