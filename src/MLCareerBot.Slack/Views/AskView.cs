using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Slack.Views;

/// <summary>The form that asks for a question: one to choose, or one in the asker's own words.</summary>
internal static class AskView
{
    /// <summary>The form among others, when it is submitted.</summary>
    public const string CallbackId = "career_ask_form";

    /// <summary>Block and action id of the list, which <see cref="AskOptions"/> fills; its values are ids of topics.</summary>
    public const string Topic = "topic";

    /// <summary>Block and action id of the field for own words.</summary>
    public const string Question = "question";

    /// <summary>Ours, and below Slack's 3,000: longer texts are no question.</summary>
    private const int LongestQuestion = 1_000;

    /// <param name="place">Where the answer will go; null for the asker's direct messages.</param>
    public static SlackView For(AskPlace? place = null) => new("modal",
    [
        new InputBlock(
            TextObject.Plain("A question I can answer"),
            new ExternalSelectElement(Topic) { MinQueryLength = 0, Placeholder = TextObject.Plain("Choose, or type to search") })
        {
            BlockId = Topic,
            Optional = true,
        },
        new InputBlock(TextObject.Plain("Or in your own words"), new TextInputElement(Question) { Multiline = true, MaxLength = LongestQuestion })
        {
            BlockId = Question,
            Optional = true,
        },
    ])
    {
        Title = TextObject.Plain("Ask a career question"),
        Submit = TextObject.Plain("Ask"),
        Close = TextObject.Plain("Cancel"),
        CallbackId = CallbackId,
        PrivateMetadata = place?.Write(),
    };
}
