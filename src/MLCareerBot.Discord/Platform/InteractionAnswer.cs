using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Rest;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Platform;

/// <summary>The answer to one interaction: seen by the asker alone, unless it was asked for otherwise.</summary>
internal sealed class InteractionAnswer(DiscordApi api, Interaction interaction, InteractionRequest? request)
{
    private bool WantsShared => request?.WantsShared is true;

    /// <summary>Gives the first answer at once.</summary>
    public async Task GiveAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        var bodies = BodiesOf(reply);
        await api.RespondAsync(interaction, new InteractionResponse<MessageBody>(ResponseType.Message, bodies[0]), cancellationToken);
        await FollowUpAsync(bodies.Skip(1), cancellationToken);
    }

    /// <summary>Says that the answer comes later, and who will see it: that cannot be changed any more.</summary>
    public async Task PromiseAsync(CancellationToken cancellationToken)
    {
        var promise = new DeferredData { Flags = WantsShared ? 0 : MessageFlags.Ephemeral };
        try
        {
            await api.RespondAsync(interaction, new InteractionResponse<DeferredData>(ResponseType.DeferredMessage, promise), cancellationToken);
        }
        catch (DiscordUnavailableException exception) when (exception.MayHaveArrived)
        {
            // Somebody may be looking at "is thinking": what was promised is delivered, and Discord says whether it was.
        }
    }

    /// <summary>Delivers what was promised.</summary>
    public async Task DeliverAsync(ChatReply reply, CancellationToken cancellationToken)
    {
        var bodies = BodiesOf(reply);
        if (WantsShared && !IsPublic(reply))
        {
            // Promised to everyone, but only the asker's business: an error.
            await api.DeleteOriginalAsync(interaction, cancellationToken);
            await FollowUpAsync(bodies, cancellationToken);
            return;
        }

        await api.EditOriginalAsync(interaction, bodies[0], cancellationToken);
        await FollowUpAsync(bodies.Skip(1), cancellationToken);
    }

    private async Task FollowUpAsync(IEnumerable<MessageBody> bodies, CancellationToken cancellationToken)
    {
        foreach (var body in bodies)
        {
            await api.FollowUpAsync(interaction, body, cancellationToken);
        }
    }

    private IReadOnlyList<MessageBody> BodiesOf(ChatReply reply) => IsPublic(reply)
        ? [.. DiscordRenderer.Render(reply).Select((body, index) => index == 0 ? Signed(body) : body)]
        : [.. DiscordRenderer.Render(reply, canShare: interaction.GuildId is not null).Select(body => body.AsEphemeral())];

    // Who shows an answer to everyone says so; nobody is pinged by it.
    private MessageBody Signed(MessageBody body) => request?.SharedBy is { } user
        ? body with { Components = [Component.Text($"-# Shared by <@{user}>"), .. body.Components] }
        : body;

    // Asked for with the question, an answer is shared and nothing else; from a button, what had the button.
    private bool IsPublic(ChatReply reply) => request switch
    {
        { WantsShared: true, SharedBy: null } => reply.IsShared,
        { WantsShared: true } => reply is { IsPrivate: false, Permalink: not null },
        _ => false,
    };
}
