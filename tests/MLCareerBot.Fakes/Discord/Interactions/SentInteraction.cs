using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>An interaction that was sent to the bot.</summary>
public sealed record SentInteraction(string Id, string Token, JsonObject Json);
