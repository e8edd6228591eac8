namespace MLCareerBot.Knowledge.Pack;

/// <summary>Something people say that is no question to the sources: small talk, or plain words for a feature.</summary>
/// <param name="Id">Its id: <c>greeting</c>, <c>daily-tip</c>.</param>
/// <param name="Phrasings">The words people use.</param>
/// <param name="Reply">What to say to small talk; null for a feature.</param>
/// <param name="Command">The command line a feature stands for: <c>tips on</c>; null for small talk.</param>
public sealed record Intent(string Id, IReadOnlyList<string> Phrasings, string? Reply, string? Command);

/// <summary>A neighbouring subject on which the sources are silent.</summary>
public sealed record OutsideSubject
{
    /// <summary>Its id: <c>cloud-platforms</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Completes "My sources don't cover ...".</summary>
    public required string Subject { get; init; }

    /// <summary>A fixed sentence in place of the usual one, for questions better taken to a person; usually null.</summary>
    public string? Says { get; init; }

    /// <summary>Ids of the topics nearest to it.</summary>
    public required IReadOnlyList<string> Nearest { get; init; }

    /// <summary>Words or phrases that mark the subject on their own.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Words or phrases in whose presence <see cref="Terms"/> mean nothing.</summary>
    public required IReadOnlyList<string> Unless { get; init; }

    /// <summary>Ids of the topics that may answer although one of <see cref="Terms"/> occurs.</summary>
    public required IReadOnlyList<string> Allow { get; init; }

    /// <summary>Ids of the only topics that <see cref="Terms"/> keep from answering; empty for all but <see cref="Allow"/>.</summary>
    public required IReadOnlyList<string> Blocks { get; init; }

    /// <summary>Whole questions of this kind.</summary>
    public required IReadOnlyList<string> Phrasings { get; init; }
}

/// <summary>Words read as another word before matching, in phrasings and questions alike.</summary>
/// <param name="Use">The word that is used.</param>
/// <param name="For">The words or phrases that it stands for.</param>
public sealed record Synonym(string Use, IReadOnlyList<string> For);
