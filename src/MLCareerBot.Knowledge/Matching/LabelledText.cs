namespace MLCareerBot.Knowledge.Matching;

/// <summary>A message and what it asks for.</summary>
/// <param name="Label">The label; null for a message that no label covers.</param>
/// <param name="Text">The message.</param>
/// <param name="Subject">What a message without label is about, so that whole subjects can be held out; else null.</param>
internal sealed record LabelledText(string? Label, string Text, string? Subject = null);
