namespace MLCareerBot.Knowledge.Pack;

/// <summary>The ways into the career.</summary>
/// <param name="Paths">One path per source that describes one.</param>
/// <param name="Agreement">Where the paths agree and differ, a sentence each.</param>
/// <param name="Durations">How long the phases take.</param>
public sealed record Roadmap(
    IReadOnlyList<RoadmapPath> Paths,
    IReadOnlyList<string> Agreement,
    IReadOnlyList<PhaseDuration> Durations);

/// <summary>A source's way into the career.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Title">Heading.</param>
/// <param name="Steps">Its steps, in order.</param>
public sealed record RoadmapPath(string Source, string Title, IReadOnlyList<RoadmapStep> Steps);

/// <summary>A step of a path.</summary>
/// <param name="Id">Source id and number: <c>A1</c>.</param>
/// <param name="Title">What the step is.</param>
/// <param name="Text">How the source says to take it.</param>
/// <param name="Topic">Id of the topic that tells more.</param>
public sealed record RoadmapStep(string Id, string Title, string Text, string Topic);

/// <summary>How long a phase takes.</summary>
/// <param name="Phase">The phase: <c>Bachelor's degree</c>.</param>
/// <param name="Time">As the source words it: <c>about four years</c>.</param>
/// <param name="Source">Id of the source.</param>
/// <param name="Derived">True for a sum of ours, which is said when it is shown.</param>
public sealed record PhaseDuration(string Phase, string Time, string Source, bool Derived);

/// <summary>The role beside a neighbouring one.</summary>
/// <param name="Role">Id of the neighbouring role: <c>data-scientist</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Topic">Id of the topic that tells more.</param>
/// <param name="Rows">The aspects compared.</param>
public sealed record Comparison(string Role, string Name, string Topic, IReadOnlyList<ComparisonRow> Rows);

/// <summary>One aspect of a comparison.</summary>
/// <param name="Aspect">What is compared.</param>
/// <param name="Ours">The pack's role.</param>
/// <param name="Theirs">The neighbouring role.</param>
/// <param name="Source">Ids of the sources, as shown.</param>
public sealed record ComparisonRow(string Aspect, string Ours, string Theirs, string Source);

/// <summary>One thing to do today.</summary>
/// <param name="Id">Its id, stable so that no tip comes twice.</param>
/// <param name="Text">At most <see cref="PackLimits.TipCharacters"/> characters.</param>
/// <param name="Topic">Id of the topic it belongs to.</param>
/// <param name="Step">Id of the roadmap step it belongs to.</param>
/// <param name="Source">Id of the source it follows from.</param>
public sealed record Tip(string Id, string Text, string Topic, string Step, string Source);

/// <summary>A question whose outcome must stay as it is.</summary>
/// <param name="Question">What is typed.</param>
/// <param name="After">The question asked just before, or null.</param>
/// <param name="Expect">Ids any of which is right; an empty string among them stands for "not answered".</param>
/// <param name="Kind">A label for the report.</param>
/// <param name="Line">Line in the file, for the report.</param>
public sealed record GoldenQuestion(string Question, string? After, IReadOnlyList<string> Expect, string Kind, int Line);
