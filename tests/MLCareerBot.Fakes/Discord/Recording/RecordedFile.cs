namespace MLCareerBot.Fakes.Discord;

/// <summary>A file that was uploaded with a message.</summary>
public sealed record RecordedFile(string Field, string FileName, string? ContentType, ReadOnlyMemory<byte> Content);
