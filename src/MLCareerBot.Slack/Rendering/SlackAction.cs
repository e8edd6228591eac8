using MLCareerBot.Slack.Protocol.Wire;

using MLCareerBot.Chat;

namespace MLCareerBot.Slack.Rendering;

/// <summary>
/// What a click means, all of it, so that a button works after any restart. It travels as the button's <c>action_id</c>,
/// which only tells the buttons of a message apart, and its <c>value</c>:
/// https://docs.slack.dev/reference/block-kit/block-elements/button-element.
/// </summary>
internal abstract record SlackAction
{
    private const int LineLimit = 2_000;
    private const int LabelLimit = 75;
    private const string SayMark = "say:";
    private const string ShareMark = "share:";
    private const string FormMark = "form:";
    private const string AskMark = "ask:";

    private SlackAction()
    {
    }

    /// <summary>Answer this command line, as if it had been typed.</summary>
    public sealed record Say(string Line) : SlackAction;

    /// <summary>Show everyone there the reply to this command line.</summary>
    public sealed record Share(string Line) : SlackAction;

    /// <summary>Ask in a form for what this command line lacks.</summary>
    public sealed record Form(string Line) : SlackAction;

    /// <summary>Open the form that asks for a question.</summary>
    public sealed record Ask : SlackAction;

    /// <summary>A button for it, or null if there would be no label, or the click would not be read as the same again.</summary>
    /// <param name="label">What people see; cut if it is too long.</param>
    /// <param name="number">Of the button, from 1 to 99; no two of a message or view have the same.</param>
    /// <param name="spoken">What screen readers say instead of the label.</param>
    public ButtonElement? Button(string label, int number, string? spoken = null)
    {
        var (mark, value) = this switch
        {
            Say(var line) => (SayMark, line),
            Share(var line) => (ShareMark, line),
            Form(var line) => (FormMark, line),
            _ => (AskMark, (string?)null),
        };
        var id = $"{mark}{number}";
        return SlackText.Clip(label, LabelLimit) is { Length: > 0 } text && Equals(Read(id, value))
            ? new(id, TextObject.Plain(text)) { Value = value, AccessibilityLabel = spoken }
            : null;
    }

    /// <summary>What a click stands for, or null if it is on none of our buttons.</summary>
    public static SlackAction? Read(string? id, string? value) => id switch
    {
        _ when HasMark(id, SayMark) && IsLine(value) => new Say(value!), // IsLine has looked.
        _ when HasMark(id, ShareMark) && IsLine(value) => new Share(value!),
        _ when HasMark(id, FormMark) && IsLine(value) => new Form(value!),
        _ when HasMark(id, AskMark) && string.IsNullOrEmpty(value) => new Ask(),
        _ => null,
    };

    private static bool HasMark(string? id, string mark) =>
        id is not null
        && id.StartsWith(mark, StringComparison.Ordinal)
        && id.Length - mark.Length is 1 or 2
        && id.AsSpan(mark.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsLine(string? line) => line is { Length: > 0 and <= LineLimit } && line == VisibleText.Of(line).Trim();
}
