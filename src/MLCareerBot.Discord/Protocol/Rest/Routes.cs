using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Every route that the bot calls: https://discord.com/developers/docs/reference.</summary>
internal static class Routes
{
    /// <summary>The longest page of the list of servers.</summary>
    public const int GuildPage = 200;

    // Discord drops an interaction that was not answered by then.
    private static readonly TimeSpan CallbackBudget = TimeSpan.FromSeconds(3);

    // Whoever asked has left after that; whoever sends unasked has other places to send to, and a lease of 30 seconds.
    private static readonly TimeSpan SendPatience = TimeSpan.FromSeconds(15);

    public static Route Self { get; } = Get("users/@me", "users/@me");

    public static Route Application { get; } = Get("applications/@me", "applications/@me");

    public static Route Gateway { get; } = Get("gateway/bot", "gateway/bot");

    public static Route OpenDirectMessage { get; } = new(HttpMethod.Post, "users/@me/channels", "users/@me/channels")
    {
        // The second time brings back the same channel.
        IsHarmless = true,
        Patience = SendPatience,
    };

    public static Route Guilds(string after) => Get("users/@me/guilds", $"users/@me/guilds?limit={GuildPage}&after={Id(after)}");

    public static Route Commands(HttpMethod method, string application, string? guild) => guild is null
        ? new(method, "applications/{id}/commands", $"applications/{Id(application)}/commands") { IsHarmless = method == HttpMethod.Get }
        : new(method, "applications/{id}/guilds/{id}/commands", $"applications/{Id(application)}/guilds/{Id(guild)}/commands")
        {
            IsHarmless = method == HttpMethod.Get,
            TopLevelId = guild,
        };

    public static Route Callback(Interaction interaction) => new(
        HttpMethod.Post, "interactions/{id}/{token}/callback", $"interactions/{Id(interaction.Id)}/{Secret(interaction)}/callback")
    {
        Budget = CallbackBudget,
        InteractionToken = interaction.Token,
        Patience = CallbackBudget,
        Repeat = Repeat.OnceIfUnsent,
        TopLevelId = interaction.Id,
    };

    public static Route Original(HttpMethod method, Interaction interaction) =>
        new(method, "webhooks/{id}/{token}/messages/@original", $"{Webhook(interaction)}/messages/@original")
        {
            InteractionToken = interaction.Token,
            Patience = SendPatience,
            TopLevelId = Webhook(interaction),
        };

    public static Route FollowUp(Interaction interaction) => new(HttpMethod.Post, "webhooks/{id}/{token}", Webhook(interaction))
    {
        InteractionToken = interaction.Token,
        Patience = SendPatience,
        Repeat = Repeat.IfUnsent,
        TopLevelId = Webhook(interaction),
    };

    public static Route CreateMessage(string channel, MessageBody body) =>
        new(HttpMethod.Post, "channels/{id}/messages", $"channels/{Id(channel)}/messages")
        {
            Patience = SendPatience,
            Repeat = body is { Nonce: not null, EnforceNonce: true } ? Repeat.Always : Repeat.IfUnsent,
            TopLevelId = channel,
        };

    public static Route Messages(string channel, int limit, string after) =>
        new(HttpMethod.Get, "channels/{id}/messages", $"channels/{Id(channel)}/messages?limit={limit}&after={Id(after)}")
        {
            IsHarmless = true,
            Patience = SendPatience,
            TopLevelId = channel,
        };

    public static Route Channel(string channel) => Asked("channels/{id}", $"channels/{Id(channel)}", channel);

    public static Route Guild(string guild) => Asked("guilds/{id}", $"guilds/{Id(guild)}", guild);

    public static Route Member(string guild, string user) => Asked("guilds/{id}/members/{id}", $"guilds/{Id(guild)}/members/{Id(user)}", guild);

    public static Route ThreadMember(string thread, string user) => Asked("channels/{id}/thread-members/{id}", $"channels/{Id(thread)}/thread-members/{Id(user)}", thread);

    // On behalf of somebody who waits for the answer.
    private static Route Asked(string template, string path, string topLevelId) =>
        new(HttpMethod.Get, template, path) { IsHarmless = true, Patience = SendPatience, TopLevelId = topLevelId };

    private static Route Get(string template, string path) => new(HttpMethod.Get, template, path) { IsHarmless = true };

    // What is no number could lead the path elsewhere.
    private static string Id(string id) =>
        Snowflake.IsOne(id) ? id : throw new ArgumentException("This is no id of Discord's.", nameof(id));

    private static string Webhook(Interaction interaction) => $"webhooks/{Id(interaction.ApplicationId)}/{Secret(interaction)}";

    private static string Secret(Interaction interaction) => Uri.EscapeDataString(interaction.Token);
}
