using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>A message as an event carries it.</summary>
internal static class MessageForm
{
    /// <summary>Without MESSAGE_CONTENT a session reads only what is meant for the bot, and its own.</summary>
    public static JsonObject For(GatewaySession session, World world, FakeChannel channel, JsonObject message, FakeUser? author)
    {
        var form = message.Copy();
        if (channel.GuildId is { } guild)
        {
            form["guild_id"] = guild;
            if (author is not null)
            {
                form["member"] = GuildForm.Member(world, guild, author, withUser: false);
            }
        }

        var mayRead = (session.Intents & Intents.MessageContent) != 0
            || channel.GuildId is null
            || message.Object("author").Text("id") == world.Bot.Id
            || message.Items("mentions").Any(mentioned => mentioned.Text("id") == world.Bot.Id);
        if (!mayRead && form.ContainsKey("content"))
        {
            form["content"] = "";
            form["embeds"] = new JsonArray();
            form["attachments"] = new JsonArray();
            form["components"] = new JsonArray();
        }

        return form;
    }
}
