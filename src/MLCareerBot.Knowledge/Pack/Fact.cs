namespace MLCareerBot.Knowledge.Pack;

/// <summary>A figure with everything that a reader needs to judge it.</summary>
public sealed record Fact
{
    /// <summary>Its id: <c>salary-annual</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is measured: <c>Average annual salary</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The figure as shown: <c>$112,430</c>.</summary>
    public required string Value { get; init; }

    /// <summary>Average, median, projection, count ..., and what the source leaves open.</summary>
    public required string Statistic { get; init; }

    /// <summary>The country it holds for, or <c>not stated</c>.</summary>
    public required string Country { get; init; }

    /// <summary>ISO 4217 code, <c>none</c> for figures that are not money, or <c>not stated</c>.</summary>
    public required string Currency { get; init; }

    /// <summary><c>per year</c>, <c>per hour</c>, <c>2022 to 2032</c> ...</summary>
    public required string Period { get; init; }

    /// <summary>The date it held, or <c>undated</c>.</summary>
    public required string AsOf { get; init; }

    /// <summary>Id of the source that states it.</summary>
    public required string Source { get; init; }

    /// <summary>Whom the source itself names as origin; null if nobody.</summary>
    public string? Attribution { get; init; }

    /// <summary>What the number is not.</summary>
    public required string Not { get; init; }

    /// <summary>True for a snapshot that ages by the day: shown only when asked for, with a warning.</summary>
    public bool Volatile { get; init; }
}

/// <summary>What a verb shows under a view's name.</summary>
/// <param name="Verb">The verb: <c>salary</c> or <c>outlook</c>.</param>
/// <param name="Name">The view: <c>annual</c>. A verb's first view is its default.</param>
/// <param name="Title">Heading.</param>
/// <param name="Facts">Ids of the facts shown, in order.</param>
/// <param name="Topic">Id of a topic whose answer is shown as well, or null.</param>
public sealed record FactView(string Verb, string Name, string Title, IReadOnlyList<string> Facts, string? Topic);
