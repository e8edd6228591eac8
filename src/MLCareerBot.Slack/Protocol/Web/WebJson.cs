using System.Text.Json.Serialization;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Protocol.Web;

/// <summary>What Slack's answers look like, as far as the client reads them. Unknown fields are passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(AuthReply))]
[JsonSerializable(typeof(ConnectionReply))]
[JsonSerializable(typeof(PostReply))]
[JsonSerializable(typeof(ViewReply))]
[JsonSerializable(typeof(ConversationReply))]
[JsonSerializable(typeof(HistoryReply))]
[JsonSerializable(typeof(UserReply))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <summary>What all of Slack's answers have.</summary>
internal sealed record Reply(bool Ok)
{
    public string? Error { get; init; }

    public string? Needed { get; init; }

    public string? Provided { get; init; }
}

internal sealed record AuthReply(string TeamId, string UserId)
{
    public string? Team { get; init; }

    public string? BotId { get; init; }
}

/// <summary>The address is a secret.</summary>
internal sealed record ConnectionReply(Uri Url)
{
    public override string ToString() => nameof(ConnectionReply);
}

internal sealed record PostReply(string Ts);

internal sealed record ViewReply(ShownView View);

internal sealed record ConversationReply(Conversation Channel);

internal sealed record Conversation(string Id);

internal sealed record HistoryReply(IReadOnlyList<HistoryMessage> Messages);

internal sealed record UserReply(SlackUser User);
