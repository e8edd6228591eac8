using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Something that a user does with the bot, ready to be sent.</summary>
public sealed record Interaction(InteractionType Type, JsonObject Data)
{
    private const ulong OrdinaryMember = 0x0000_0001_0000_0C40 | (1UL << 31);

    /// <summary>The message that a component sits on.</summary>
    public JsonObject? Message { get; init; }

    /// <summary>Who installed the app here.</summary>
    public InstallKind Install { get; init; } = InstallKind.Guild;

    /// <summary>What the user may do in the server; 32 is Manage Server. An ordinary member's rights at first.</summary>
    public ulong MemberPermissions { get; init; } = OrdinaryMember;

    /// <summary>What the bot may do here; null means what the server gave it.</summary>
    public ulong? AppPermissions { get; init; }

    /// <summary>The user's language.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>
    /// Uses a slash command, with its group and subcommand after blanks: <c>Command("career tips on", ("hour", 9))</c>.
    /// Texts, numbers, truth values, users and channels become options of the right type.
    /// </summary>
    public static Interaction Command(string path, params (string Name, object Value)[] options) =>
        new(InteractionType.Command, CommandData.Of(path, [.. options.Select(option => CommandData.Option(option.Name, option.Value))]));

    /// <summary>Is typing one option of a slash command; others may be filled in already.</summary>
    public static Interaction Autocomplete(string path, string focused, string typed, params (string Name, object Value)[] others)
    {
        var typing = CommandData.Option(focused, typed);
        typing["focused"] = true;
        return new(InteractionType.Autocomplete, CommandData.Of(path, [.. others.Select(option => CommandData.Option(option.Name, option.Value)), typing]));
    }

    /// <summary>Uses a command in the menu of a message.</summary>
    public static Interaction MessageCommand(string name, JsonObject message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var id = message.Text("id") ?? throw new ArgumentException("A message has an id.", nameof(message));
        return new(InteractionType.Command, new()
        {
            ["name"] = name,
            ["type"] = CommandData.MessageKind,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message.DeepClone() } },
        });
    }

    /// <summary>Presses the button with this custom id; the message is the one it sits on, as the user sees it.</summary>
    public static Interaction Click(JsonObject message, string customId) => new(InteractionType.Component, new()
    {
        ["id"] = ComponentDefaults.Find(message, customId).Number("id") ?? 1,
        ["custom_id"] = customId,
        ["component_type"] = 2,
    })
    {
        Message = message,
    };

    /// <summary>Chooses from the select with this custom id.</summary>
    public static Interaction Select(JsonObject message, string customId, params string[] values) => new(InteractionType.Component, new()
    {
        ["id"] = ComponentDefaults.Find(message, customId).Number("id") ?? 1,
        ["custom_id"] = customId,
        ["component_type"] = 3,
        ["values"] = values.Select(value => (JsonNode)value).ToJsonArray(),
    })
    {
        Message = message,
    };

    /// <summary>Fills in a form and sends it; the form is <see cref="InteractionAnswer.Modal" />. Fields not named stay empty.</summary>
    public static Interaction Submit(JsonObject modal, params (string CustomId, string Value)[] fields) =>
        new(InteractionType.ModalSubmit, new()
        {
            ["custom_id"] = modal.Text("custom_id"),
            ["components"] = ModalFields.Filled(modal, fields.ToDictionary(field => field.CustomId, field => field.Value)),
        });
}
