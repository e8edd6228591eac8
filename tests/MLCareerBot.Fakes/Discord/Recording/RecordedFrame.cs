using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A gateway frame that the client sent. The opcode is -1 when the frame could not be read.</summary>
public sealed record RecordedFrame(int Connection, DateTimeOffset At, int Op, JsonNode? Data, int Bytes);
