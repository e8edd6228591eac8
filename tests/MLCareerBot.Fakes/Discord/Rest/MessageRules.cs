using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Discord's limits on what a message may hold.</summary>
internal static class MessageRules
{
    private const int MostContent = 2000;
    private const int MostEmbeds = 10;
    private const int MostEmbedCharacters = 6000;

    private static readonly string[] MentionKinds = ["users", "roles", "everyone"];
    private static readonly string[] Contents = ["content", "embeds", "components", "poll", "sticker_ids", "attachments"];
    private static readonly string[] OutsideComponentsV2 = ["content", "embeds", "poll", "sticker_ids"];

    /// <summary>The refusal of a message, or null when it may be sent.</summary>
    public static Answer? Check(JsonObject message, bool hasFiles = false)
    {
        var errors = new FormErrors();
        CheckBody(message, errors);
        return errors.ToAnswer() ?? (hasFiles || HoldsSomething(message) ? null : Answer.Error(400, 50006, "Cannot send an empty message"));
    }

    private static void CheckBody(JsonObject message, FormErrors errors)
    {
        var isV2 = ((message.Number("flags") ?? 0) & MessageFlags.ComponentsV2) != 0;
        errors.Expect(message["content"] is null || message.Text("content") is not null, "content", "Must be text.");
        errors.ExpectLength(message.Text("content"), MostContent, "content");
        CheckMentions(message, errors);
        CheckEmbeds(message, errors);
        new ComponentRules(errors, isV2).Check(message);
        if (isV2)
        {
            foreach (var name in OutsideComponentsV2.Where(name => !IsEmpty(message[name])))
            {
                errors.Add(name, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{name}' field cannot be used with Components V2.");
            }
        }
    }

    private static void CheckMentions(JsonObject message, FormErrors errors)
    {
        if (message["allowed_mentions"] is not { } given)
        {
            return;
        }

        errors.Expect(given is JsonObject, "allowed_mentions", "Only objects are allowed.", "DICT_TYPE_CONVERT");
        foreach (var (index, kind) in given.Items("parse").Index())
        {
            errors.Expect(MentionKinds.Contains(kind.ToString()), $"allowed_mentions.parse.{index}", "Not a kind of mention.", "BASE_TYPE_CHOICES");
            var isTwice = given.Items(kind.ToString()).Any();
            errors.Expect(!isTwice, "allowed_mentions", $"parse:['{kind}'] and {kind}: [ids...] are mutually exclusive.", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
        }
    }

    private static void CheckEmbeds(JsonObject message, FormErrors errors)
    {
        var embeds = message.Items("embeds").ToList();
        errors.Expect(embeds.Count <= MostEmbeds, "embeds", $"Must be {MostEmbeds} or fewer.", "BASE_TYPE_MAX_LENGTH");
        errors.Expect(embeds.Sum(CharactersIn) <= MostEmbedCharacters, "embeds", "Embeds hold more than 6000 characters.", "MAX_EMBED_SIZE_EXCEEDED");
        foreach (var (index, embed) in embeds.Index())
        {
            CheckEmbed(embed, $"embeds.{index}", errors);
        }
    }

    private static void CheckEmbed(JsonNode embed, string path, FormErrors errors)
    {
        errors.ExpectLength(embed.Text("title"), 256, $"{path}.title");
        errors.ExpectLength(embed.Text("description"), 4096, $"{path}.description");
        errors.ExpectLength(embed.Object("footer").Text("text"), 2048, $"{path}.footer.text");
        errors.ExpectLength(embed.Object("author").Text("name"), 256, $"{path}.author.name");
        errors.Expect(embed.Items("fields").Count() <= 25, $"{path}.fields", "Must be 25 or fewer.", "BASE_TYPE_MAX_LENGTH");
        foreach (var (index, field) in embed.Items("fields").Index())
        {
            errors.ExpectLength(field.Text("name"), 256, $"{path}.fields.{index}.name", least: 1);
            errors.ExpectLength(field.Text("value"), 1024, $"{path}.fields.{index}.value", least: 1);
        }
    }

    private static int CharactersIn(JsonNode embed) =>
        Length(embed, "title") + Length(embed, "description")
        + Length(embed.Object("footer"), "text") + Length(embed.Object("author"), "name")
        + embed.Items("fields").Sum(field => Length(field, "name") + Length(field, "value"));

    private static int Length(JsonNode? node, string name) => node.Text(name)?.Length ?? 0;

    private static bool HoldsSomething(JsonObject message) =>
        Contents.Any(name => !IsEmpty(message[name]));

    private static bool IsEmpty(JsonNode? node) => node switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonValue value => value.TryGetValue(out string? text) && string.IsNullOrWhiteSpace(text),
        _ => false,
    };
}
