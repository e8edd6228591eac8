using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>
/// Discord's REST API, as far as the bot uses it. Every call throws <see cref="DiscordApiException"/> for a refusal,
/// <see cref="DiscordUnavailableException"/> where there is no definite answer,
/// <see cref="DiscordTokenRejectedException"/> once the bot's token was rejected, and
/// <see cref="OperationCanceledException"/> only if the caller's own token ended it.
/// </summary>
internal sealed class DiscordApi(DiscordRest rest)
{
    private const int KnownDirectMessages = 10_000;

    private readonly Recent<string, string> _directMessages = new(KnownDirectMessages);

    /// <summary>How many requests of the last 10 minutes Discord counts as invalid; at 10,000 it would lock this machine out.</summary>
    public int InvalidRequests => rest.InvalidRequests;

    /// <inheritdoc cref="TokenLatch.Rejected"/>
    public CancellationToken TokenRejected => rest.TokenRejected;

    /// <summary>The bot's own account.</summary>
    public Task<User> GetSelfAsync(CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Self, DiscordJson.Default.User, cancellationToken);

    public Task<Application> GetApplicationAsync(CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Application, DiscordJson.Default.Application, cancellationToken);

    public Task<GatewayBot> GetGatewayAsync(CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Gateway, RestJson.Default.GatewayBot, cancellationToken);

    /// <summary>All servers the bot is in.</summary>
    public async Task<IReadOnlyList<PartialGuild>> GetGuildsAsync(CancellationToken cancellationToken)
    {
        List<PartialGuild> guilds = [];
        IReadOnlyList<PartialGuild> page;
        string after;
        do
        {
            after = guilds.Count > 0 ? guilds[^1].Id : "0";
            page = await rest.ReadAsync(Routes.Guilds(after), DiscordJson.Default.IReadOnlyListPartialGuild, cancellationToken);
            guilds.AddRange(page);
        }
        while (page.Count == Routes.GuildPage && page[^1].Id != after);

        return guilds;
    }

    /// <summary>The registered commands as they are, to be compared; of one server, or of none where <paramref name="guildId"/> is null.</summary>
    public async Task<IReadOnlyList<JsonElement>> GetCommandsAsync(
        string applicationId, string? guildId, CancellationToken cancellationToken) =>
        await rest.ReadAsync(
            Routes.Commands(HttpMethod.Get, applicationId, guildId), RestJson.Default.IReadOnlyListJsonElement, cancellationToken);

    /// <summary>Registers these commands in place of all there are; in one server, or everywhere where <paramref name="guildId"/> is null.</summary>
    public Task SetCommandsAsync(
        string applicationId, string? guildId, IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) =>
        rest.WriteAsync(
            Routes.Commands(HttpMethod.Put, applicationId, guildId),
            commands,
            DiscordJson.Default.IReadOnlyListCommandDefinition,
            cancellationToken);

    /// <summary>The first answer to an interaction; gives up 3 seconds from now.</summary>
    /// <exception cref="NotSupportedException"><see cref="DiscordJson"/> does not know <typeparamref name="T"/>.</exception>
    public Task RespondAsync<T>(Interaction interaction, InteractionResponse<T> response, CancellationToken cancellationToken) =>
        rest.WriteAsync(
            Routes.Callback(interaction),
            response,
            (JsonTypeInfo<InteractionResponse<T>>)DiscordJson.Default.Options.GetTypeInfo(typeof(InteractionResponse<T>)),
            cancellationToken);

    /// <summary>Replaces the first answer, or gives it after a deferral.</summary>
    public Task EditOriginalAsync(Interaction interaction, MessageBody body, CancellationToken cancellationToken) =>
        rest.WriteAsync(Routes.Original(HttpMethod.Patch, interaction), body, DiscordJson.Default.MessageBody, cancellationToken);

    /// <summary>Takes the first answer back; one that is gone already is none to worry about.</summary>
    public async Task DeleteOriginalAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        try
        {
            await rest.SendAsync(new RestCall(Routes.Original(HttpMethod.Delete, interaction)), cancellationToken);
        }
        catch (DiscordApiException refusal) when (refusal.Code == DiscordErrorCode.UnknownMessage)
        {
            // By somebody else, or by an attempt of ours whose answer was lost.
        }
    }

    /// <summary>One more answer to an interaction.</summary>
    public Task FollowUpAsync(Interaction interaction, MessageBody body, CancellationToken cancellationToken) =>
        rest.WriteAsync(Routes.FollowUp(interaction), body, DiscordJson.Default.MessageBody, cancellationToken);

    /// <summary>Says something in a channel. Tried again after an unclear outcome only if the body has a nonce that is enforced.</summary>
    public Task<Message> CreateMessageAsync(string channelId, MessageBody body, CancellationToken cancellationToken) =>
        rest.ExchangeAsync(
            Routes.CreateMessage(channelId, body),
            body,
            DiscordJson.Default.MessageBody,
            DiscordJson.Default.Message,
            cancellationToken);

    /// <summary>The channel of somebody's direct messages with the bot.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> OpenDirectMessageAsync(string userId, CancellationToken cancellationToken)
    {
        if (_directMessages.TryGet(userId, out var known))
        {
            return known;
        }

        var channel = await rest.ExchangeAsync(
            Routes.OpenDirectMessage,
            new Recipient(userId),
            RestJson.Default.Recipient,
            DiscordJson.Default.Channel,
            cancellationToken);
        _directMessages.Set(userId, channel.Id);
        return channel.Id;
    }

    public Task<Channel> GetChannelAsync(string id, CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Channel(id), DiscordJson.Default.Channel, cancellationToken);

    public Task<Guild> GetGuildAsync(string id, CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Guild(id), DiscordJson.Default.Guild, cancellationToken);

    /// <summary>Somebody as a member of a server.</summary>
    public Task<Member> GetMemberAsync(string guildId, string userId, CancellationToken cancellationToken) =>
        rest.ReadAsync(Routes.Member(guildId, userId), DiscordJson.Default.Member, cancellationToken);

    /// <summary>True for somebody who joined a thread.</summary>
    public async Task<bool> IsInThreadAsync(string threadId, string userId, CancellationToken cancellationToken)
    {
        try
        {
            await rest.SendAsync(new RestCall(Routes.ThreadMember(threadId, userId)), cancellationToken);
            return true;
        }
        catch (DiscordApiException refusal) when (refusal.Status is HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>What was said in a channel, latest first.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="limit">1 to 100 messages.</param>
    /// <param name="afterSnowflake">An id, or one made of a time: only later ones are given.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<Message>> GetMessagesAsync(
        string channelId, int limit, string afterSnowflake, CancellationToken cancellationToken) =>
        rest.ReadAsync(
            Routes.Messages(channelId, limit, afterSnowflake), DiscordJson.Default.IReadOnlyListMessage, cancellationToken);
}
