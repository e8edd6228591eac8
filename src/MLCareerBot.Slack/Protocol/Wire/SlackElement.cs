using System.Text.Json.Serialization;

namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>Something to click, choose or fill in: https://docs.slack.dev/reference/block-kit/block-elements.</summary>
/// <param name="ActionId">At most 255 characters, unique within its block.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(StaticSelectElement), "static_select")]
[JsonDerivedType(typeof(ExternalSelectElement), "external_select")]
[JsonDerivedType(typeof(ConversationsSelectElement), "conversations_select")]
[JsonDerivedType(typeof(TextInputElement), "plain_text_input")]
internal abstract record SlackElement(string ActionId);

/// <summary>A button.</summary>
/// <param name="ActionId">At most 255 characters, unique within its block.</param>
/// <param name="Text">Plain text of at most 75 characters, of which about 30 show.</param>
internal sealed record ButtonElement(string ActionId, TextObject Text) : SlackElement(ActionId)
{
    /// <summary>At most 2,000 characters; comes back with the click.</summary>
    public string? Value { get; init; }

    /// <summary>Opens this as well; at most 3,000 characters.</summary>
    public string? Url { get; init; }

    /// <summary><c>primary</c>, <c>danger</c> or null.</summary>
    public string? Style { get; init; }

    /// <summary>At most 75 characters, for screen readers.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>A list to choose from; at most 100 options.</summary>
internal sealed record StaticSelectElement(string ActionId, IReadOnlyList<SelectOption> Options) : SlackElement(ActionId)
{
    /// <summary>Plain text of at most 150 characters.</summary>
    public TextObject? Placeholder { get; init; }

    public SelectOption? InitialOption { get; init; }
}

/// <summary>A list to choose from that the bot fills while people type; see <see cref="OptionsAnswer"/>.</summary>
internal sealed record ExternalSelectElement(string ActionId) : SlackElement(ActionId)
{
    /// <summary>Plain text of at most 150 characters.</summary>
    public TextObject? Placeholder { get; init; }

    public SelectOption? InitialOption { get; init; }

    /// <summary>After how many characters Slack asks; its default is 3.</summary>
    public int? MinQueryLength { get; init; }
}

/// <summary>A list of the conversations that the reader is in.</summary>
internal sealed record ConversationsSelectElement(string ActionId) : SlackElement(ActionId)
{
    /// <summary>True to begin with the one in which the form is opened.</summary>
    public bool? DefaultToCurrentConversation { get; init; }

    public ConversationFilter? Filter { get; init; }
}

/// <summary>Which conversations to list.</summary>
/// <param name="Include"><c>public</c>, <c>private</c>, <c>im</c>, <c>mpim</c>.</param>
internal sealed record ConversationFilter(IReadOnlyList<string> Include);

/// <summary>A field to type in.</summary>
internal sealed record TextInputElement(string ActionId) : SlackElement(ActionId)
{
    public bool? Multiline { get; init; }

    /// <summary>At most 3,000.</summary>
    public int? MaxLength { get; init; }

    public string? InitialValue { get; init; }

    /// <summary>Plain text of at most 150 characters.</summary>
    public TextObject? Placeholder { get; init; }
}

/// <summary>Something to choose.</summary>
/// <param name="Text">Plain text of at most 75 characters.</param>
/// <param name="Value">At most 75 characters; comes back with the choice.</param>
internal sealed record SelectOption(TextObject Text, string Value)
{
    /// <summary>Plain text of at most 75 characters.</summary>
    public TextObject? Description { get; init; }
}
