using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>Writes what the bot says in Slack's JSON, generated at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
[JsonSerializable(typeof(MessageMetadata))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(OptionsAnswer))]
[JsonSerializable(typeof(IReadOnlyList<SuggestedPrompt>))]
internal sealed partial class SlackJson : JsonSerializerContext;
