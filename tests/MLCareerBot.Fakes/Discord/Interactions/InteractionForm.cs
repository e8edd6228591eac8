using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>An interaction as INTERACTION_CREATE carries it.</summary>
internal sealed class InteractionForm(World world)
{
    private const int InGuild = 0;
    private const int WithBot = 1;
    private const int Elsewhere = 2;
    private const int AttachmentLimit = 10 * 1024 * 1024;

    public JsonObject Of(Interaction interaction, FakeUser user, FakeChannel channel, string id, string token)
    {
        JsonObject json = new()
        {
            ["id"] = id,
            ["application_id"] = world.ApplicationId,
            ["type"] = (int)interaction.Type,
            ["token"] = token,
            ["version"] = 1,
            ["data"] = Data(interaction, channel),
            ["channel_id"] = channel.Id,
            ["channel"] = channel.ToJson(),
            ["locale"] = interaction.Locale,
            ["app_permissions"] = PermissionsOf(interaction, channel).ToString(),
            ["attachment_size_limit"] = AttachmentLimit,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(interaction, user, channel),
            ["context"] = ContextOf(channel),
        };
        AddPerson(json, interaction, user, channel);
        if (interaction.Message is { } message)
        {
            json["message"] = message.DeepClone();
        }

        return json;
    }

    private void AddPerson(JsonObject json, Interaction interaction, FakeUser user, FakeChannel channel)
    {
        if (channel.GuildId is not { } guildId)
        {
            json["user"] = user.ToJson();
            return;
        }

        var locale = world.Guilds.GetValueOrDefault(guildId)?.Locale ?? "en-US";
        json["guild_id"] = guildId;
        json["guild"] = new JsonObject { ["id"] = guildId, ["locale"] = locale, ["features"] = new JsonArray() };
        json["guild_locale"] = locale;
        json["member"] = GuildForm.Member(world, guildId, user, withUser: true);
        json["member"]!["permissions"] = interaction.MemberPermissions.ToString(); // Set in the line above.
    }

    private JsonObject Data(Interaction interaction, FakeChannel channel)
    {
        var data = interaction.Data.Copy();
        if (interaction.Type is InteractionType.Command or InteractionType.Autocomplete)
        {
            data["id"] = Registered(data, channel).Text("id") ?? world.Ids.Next();
            Resolve(data);
        }

        return data;
    }

    private JsonObject? Registered(JsonObject data, FakeChannel channel) =>
        new[] { channel.GuildId ?? "", "" }
            .SelectMany(scope => world.Commands.GetValueOrDefault(scope, []))
            .FirstOrDefault(command => command.Text("name") == data.Text("name") && command.Number("type") == data.Number("type"));

    /// <summary>Users and channels that options name stand in full beside them.</summary>
    private void Resolve(JsonObject data)
    {
        foreach (var option in OptionsIn(data))
        {
            var id = option.Text("value") ?? "";
            if (option.Number("type") == 6 && world.Users.TryGetValue(id, out var user))
            {
                Resolved(data, "users")[id] = user.ToJson();
            }
            else if (option.Number("type") == 7 && world.Channels.TryGetValue(id, out var channel))
            {
                Resolved(data, "channels")[id] = channel.ToJson();
            }
        }
    }

    private static IEnumerable<JsonNode> OptionsIn(JsonNode parent) =>
        parent.Items("options").SelectMany(option => OptionsIn(option).Prepend(option));

    private static JsonObject Resolved(JsonObject data, string kind)
    {
        var resolved = data.Object("resolved") ?? [];
        data["resolved"] ??= resolved;
        var kinds = resolved.Object(kind) ?? [];
        resolved[kind] ??= kinds;
        return kinds;
    }

    private ulong PermissionsOf(Interaction interaction, FakeChannel channel) =>
        interaction.AppPermissions ?? world.Guilds.GetValueOrDefault(channel.GuildId ?? "")?.BotPermissions ?? 0;

    private static JsonObject Owners(Interaction interaction, FakeUser user, FakeChannel channel) =>
        IsUserInstallOnly(interaction, channel) ? new() { ["1"] = user.Id } : new() { ["0"] = channel.GuildId ?? "0" };

    /// <summary>In a group without the bot only a user's own installation can have brought the command.</summary>
    public static bool IsUserInstallOnly(Interaction interaction, FakeChannel channel) =>
        interaction.Install == InstallKind.User || channel.Type == FakeChannel.GroupType;

    private static int ContextOf(FakeChannel channel) => channel switch
    {
        { GuildId: not null } => InGuild,
        { Type: FakeChannel.DirectType } => WithBot,
        _ => Elsewhere,
    };
}
