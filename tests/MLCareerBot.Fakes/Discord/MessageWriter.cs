using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Makes full message objects out of what was asked to be sent.</summary>
internal sealed partial class MessageWriter(World world)
{
    private static readonly string[] Copied = ["content", "embeds", "components", "message_reference", "tts"];

    /// <summary>A new message of a user or of the bot, with the author's own pings resolved.</summary>
    public JsonObject Write(FakeChannel channel, FakeUser author, JsonObject body, MentionDefaults mentions = MentionDefaults.All)
    {
        JsonObject message = new()
        {
            ["id"] = world.Ids.Next(),
            ["channel_id"] = channel.Id,
            ["author"] = author.ToJson(),
            ["type"] = body.Object("message_reference") is null ? 0 : 19,
            ["content"] = "",
            ["embeds"] = new JsonArray(),
            ["components"] = new JsonArray(),
            ["attachments"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["timestamp"] = World.Write(world.Now),
            ["edited_timestamp"] = null,
            ["tts"] = false,
            ["pinned"] = false,
            ["flags"] = body.Number("flags") ?? 0,
        };
        Fill(message, body);
        ResolveMentions(message, body, mentions);
        return message;
    }

    /// <summary>Replaces what the edit names and leaves the rest.</summary>
    public void Edit(JsonObject message, JsonObject edit, MentionDefaults mentions = MentionDefaults.All)
    {
        const long settable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;
        Fill(message, edit);
        var flags = (message.Number("flags") ?? 0) & ~MessageFlags.Loading;
        message["flags"] = flags | ((edit.Number("flags") ?? 0) & settable);
        message["edited_timestamp"] = World.Write(world.Now);
        ResolveMentions(message, edit, mentions);
    }

    /// <summary>Adds uploaded files as attachments.</summary>
    public void Attach(JsonObject message, JsonObject body, IEnumerable<RecordedFile> files)
    {
        var described = body.Items("attachments").ToList();
        foreach (var (index, file) in files.Index())
        {
            message.Array("attachments")!.Add(new JsonObject // Every message is written with the array.
            {
                ["id"] = world.Ids.Next(),
                ["filename"] = file.FileName,
                ["content_type"] = file.ContentType,
                ["size"] = file.Content.Length,
                ["url"] = $"https://cdn.discordapp.com/attachments/{file.FileName}",
                ["description"] = described.ElementAtOrDefault(index).Text("description"),
            });
        }
    }

    private static void Fill(JsonObject message, JsonObject body)
    {
        foreach (var name in Copied.Where(body.ContainsKey))
        {
            message[name] = body[name]?.DeepClone() ?? Empty(name);
        }

        ComponentDefaults.Complete(message);
        foreach (var embed in message.Items("embeds"))
        {
            embed["type"] ??= "rich";
        }
    }

    private static JsonNode Empty(string name) => name is "content" ? JsonValue.Create("") : new JsonArray();

    private void ResolveMentions(JsonObject message, JsonObject body, MentionDefaults defaults)
    {
        var content = message.Text("content") ?? "";
        var allowed = body.Object("allowed_mentions");
        var parse = allowed.Items("parse").Select(item => item.ToString()).ToHashSet();
        var named = allowed.Items("users").Select(item => item.ToString()).ToHashSet();
        var allUsers = allowed is null || parse.Contains("users");
        var everyone = allowed is null ? defaults == MentionDefaults.All : parse.Contains("everyone");

        message["mentions"] = MentionedIn(content).Where(user => allUsers || named.Contains(user.Id)).Select(user => user.ToJson()).ToJsonArray();
        message["mention_everyone"] = everyone && EveryonePattern().IsMatch(content);
    }

    private IEnumerable<FakeUser> MentionedIn(string content) =>
        MentionPattern().Matches(content)
            .Select(match => match.Groups["id"].Value)
            .Distinct()
            .Where(world.Users.ContainsKey)
            .Select(id => world.Users[id]);

    [GeneratedRegex("<@!?(?<id>[0-9]{1,20})>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionPattern();

    [GeneratedRegex("@(everyone|here)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EveryonePattern();
}
