using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Turns answers to interactions into messages that somebody sees.</summary>
internal sealed class AnswerWriter(World world, MessageWriter writer, FakeGateway gateway)
{
    /// <summary>Carries out the first answer.</summary>
    public void Apply(InteractionState interaction, IReadOnlyList<RecordedFile> files)
    {
        var data = interaction.CallbackData ?? [];
        switch (interaction.Callback)
        {
            case CallbackType.Message:
                interaction.Original = Post(interaction, data, files);
                break;
            case CallbackType.DeferredMessage:
                var flags = (data.Number("flags") ?? 0) | MessageFlags.Loading;
                interaction.Original = Post(interaction, new() { ["flags"] = flags }, []);
                break;
            case CallbackType.DeferredUpdate:
                interaction.Original = interaction.Source;
                break;
            case CallbackType.Update:
                interaction.Original = interaction.Source;
                Edit(interaction, interaction.Original, data, files);
                break;
            default:
                break;
        }
    }

    /// <summary>Posts a message of the bot that belongs to an interaction.</summary>
    public JsonObject Post(InteractionState interaction, JsonObject data, IReadOnlyList<RecordedFile> files)
    {
        var message = writer.Write(interaction.Channel, world.Bot, data, MentionDefaults.UsersOnly);
        message["application_id"] = world.ApplicationId;
        message["webhook_id"] = world.ApplicationId;
        message["interaction_metadata"] = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = (int)interaction.Type,
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = new JsonObject(),
        };
        writer.Attach(message, data, files);
        world.Messages.Add(message);
        Announce("MESSAGE_CREATE", interaction, message);
        return message;
    }

    public void Edit(InteractionState interaction, JsonObject? message, JsonObject data, IReadOnlyList<RecordedFile> files)
    {
        // A component on a message that the fake never saw: there is nothing to show.
        if (message is null)
        {
            return;
        }

        writer.Edit(message, data, MentionDefaults.UsersOnly);
        writer.Attach(message, data, files);
        Announce("MESSAGE_UPDATE", interaction, message);
    }

    public void Delete(InteractionState interaction, JsonObject message)
    {
        world.Messages.Remove(message);
        Announce("MESSAGE_DELETE", interaction, message);
    }

    private void Announce(string type, InteractionState interaction, JsonObject message)
    {
        if (!message.IsEphemeral())
        {
            gateway.Announce(type, interaction.Channel, message);
        }
    }
}
