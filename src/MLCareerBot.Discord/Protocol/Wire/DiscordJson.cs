using System.Text.Json;
using System.Text.Json.Serialization;

namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>Reads and writes Discord's JSON, generated at compile time. Unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(IReadOnlyList<PartialGuild>))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionResponse<MessageBody>))]
[JsonSerializable(typeof(InteractionResponse<DeferredData>))]
[JsonSerializable(typeof(InteractionResponse<ChoicesData>))]
[JsonSerializable(typeof(InteractionResponse<ModalData>))]
[JsonSerializable(typeof(IReadOnlyList<CommandDefinition>))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class DiscordJson : JsonSerializerContext;
