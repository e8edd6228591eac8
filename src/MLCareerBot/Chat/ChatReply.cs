using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Chat;

/// <summary>What the bot says. Renderers decide how it looks.</summary>
/// <param name="Title">A line that says what the reply is about.</param>
/// <param name="Blocks">The reply itself, in order.</param>
public sealed record ChatReply(string Title, params IReadOnlyList<ReplyBlock> Blocks)
{
    /// <summary>The texts that the reply draws on; empty where it states nothing of theirs.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>What the reader may want next, best first; at most <see cref="MaxFollowUps"/>.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>True for what only the asker should see: errors, help, and answers asked for in private.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>True if the asker wants everyone there to see the answer; never true for what <see cref="IsPrivate"/>.</summary>
    public bool IsShared { get; init; }

    /// <summary>
    /// The command line that brings this very reply again, for a "share" button: <c>faq salary</c>. Null where there is
    /// nothing to share, or the line is longer than <see cref="MaxPermalink"/>.
    /// </summary>
    public string? Permalink
    {
        get;
        init => field = value is { Length: <= MaxPermalink } ? value : null;
    }

    /// <summary>What was made of a question; null for replies that answer none.</summary>
    public QuestionOutcome? Outcome { get; init; }

    /// <summary>Letters that fit into a button beside what the platform adds.</summary>
    public const int MaxPermalink = 90;

    /// <summary>More would crowd a phone.</summary>
    public const int MaxFollowUps = 3;
}

/// <summary>A next step offered with a reply, as a button or a number to type.</summary>
/// <param name="Label">What the reader sees.</param>
/// <param name="Says">The command line that it stands for: <c>faq salary</c>. It carries everything needed, so it works at any time.</param>
public sealed record FollowUp(string Label, string Says)
{
    /// <summary>True if the reader fills in the rest of the line in a form first; see <see cref="Commands.CommandForm"/>. Not offered where there are no forms.</summary>
    public bool OpensForm { get; init; }
}

/// <summary>What the bot did with a question.</summary>
public enum OutcomeKind
{
    /// <summary>It answered.</summary>
    Answer,

    /// <summary>It offered topics to choose from.</summary>
    Suggest,

    /// <summary>It said that it cannot answer.</summary>
    Abstain,
}

/// <summary>What was made of a question.</summary>
/// <param name="Kind">Answered, suggested or abstained.</param>
/// <param name="Topic">Id of the topic, small talk or feature that was answered; else null.</param>
/// <param name="Suggestions">Ids of the topics offered beside or instead of an answer, best first.</param>
public sealed record QuestionOutcome(OutcomeKind Kind, string? Topic, IReadOnlyList<string> Suggestions);
