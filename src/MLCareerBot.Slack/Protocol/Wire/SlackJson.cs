using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>Reads and writes Slack's JSON, generated at compile time. Unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IReadOnlyList<SlackBlock>))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(MessageMetadata))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(OptionsAnswer))]
[JsonSerializable(typeof(IReadOnlyList<SuggestedPrompt>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class SlackJson : JsonSerializerContext;
