namespace MLCareerBot.Knowledge.Pack;

/// <summary>A text that answers are drawn from.</summary>
/// <param name="Id">How answers name it: <c>A</c>.</param>
/// <param name="Title">Its title, as printed.</param>
/// <param name="Date">Its date as printed, or <c>undated</c>.</param>
/// <param name="Covers">What it covers, in a sentence.</param>
/// <param name="Lacks">What it does not cover, in a sentence.</param>
public sealed record Source(string Id, string Title, string Date, string Covers, string Lacks);

/// <summary>A heading under which topics are browsed.</summary>
/// <param name="Id">Lower-case id: <c>salary</c>.</param>
/// <param name="Title">The heading: <c>Pay and benefits</c>.</param>
public sealed record TopicGroup(string Id, string Title);
