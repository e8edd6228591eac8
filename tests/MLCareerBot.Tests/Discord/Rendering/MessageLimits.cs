using System.Text.Json;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>Holds messages against Discord's published limits.</summary>
internal static class MessageLimits
{
    public static void AssertWithin(IReadOnlyList<MessageBody> bodies)
    {
        Assert.NotEmpty(bodies);
        Assert.All(bodies, AssertWithin);
        Assert.All(bodies.SkipLast(1), body => Assert.Empty(body.ButtonIds()));
    }

    private static void AssertWithin(MessageBody body)
    {
        var components = body.Components.SelectMany(component => (component.Components ?? []).Prepend(component)).ToList();
        var ids = components.Where(component => component.Type == ComponentType.Button).Select(button => button.CustomId ?? "").ToList();

        Assert.InRange(components.Count, 1, 40);
        Assert.InRange(components.Sum(component => component.Content?.Length ?? 0), 1, 4_000);
        Assert.All(components.Where(component => component.Type == ComponentType.TextDisplay), text => Assert.False(string.IsNullOrWhiteSpace(text.Content)));
        Assert.All(components.Where(component => component.Type == ComponentType.ActionRow), row => Assert.InRange(row.Components?.Count ?? 0, 1, 5));
        Assert.All(components.Where(component => component.Type == ComponentType.Button), button => Assert.InRange(button.Label?.Length ?? 0, 1, 80));
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Equal(32768, body.Flags);
        Assert.StartsWith("""{"allowed_mentions":{"parse":[],""", JsonSerializer.Serialize(body, DiscordJson.Default.MessageBody), StringComparison.Ordinal);
    }
}
