using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Rendering;

/// <summary>
/// What a click means, all of it, so that a button works after any restart. It travels as the button's custom_id of
/// 1 to 100 characters: https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id.
/// </summary>
internal abstract record ButtonId
{
    private const int Limit = 100;
    private const int KeyLimit = 60;
    private const string SayMark = "v1:say:";
    private const string ShareMark = "v1:share:";
    private const string FormMark = "v1:form:";
    private const string TipMark = "t:";

    private ButtonId()
    {
    }

    /// <summary>Answer this command line, as if it had been typed.</summary>
    public sealed record Say(string Line) : ButtonId;

    /// <summary>Show everyone there the reply to this command line.</summary>
    public sealed record Share(string Line) : ButtonId;

    /// <summary>Ask in a form for what this command line lacks; the form has the same custom_id.</summary>
    public sealed record Form(string Line) : ButtonId;

    /// <summary>Give another tip. The key is of the delivery that brought this one, which is told from others by it.</summary>
    public sealed record Tip(string Key) : ButtonId;

    /// <summary>The custom_id, or null if it would be too long or would not be read as the same again.</summary>
    public string? Write()
    {
        var id = this switch
        {
            Say(var line) => SayMark + line,
            Share(var line) => ShareMark + line,
            Form(var line) => FormMark + line,
            Tip(var key) => TipMark + key,
            _ => null,
        };
        return Equals(Read(id)) ? id : null;
    }

    /// <summary>What a custom_id stands for, or null if it is none of ours.</summary>
    public static ButtonId? Read(string? id) => id switch
    {
        null or { Length: > Limit } => null,
        _ when After(SayMark, id) is { } line && IsLine(line) => new Say(line),
        _ when After(ShareMark, id) is { } line && IsLine(line) => new Share(line),
        _ when After(FormMark, id) is { } line && IsLine(line) => new Form(line),
        _ when After(TipMark, id) is { } key && IsKey(key) => new Tip(key),
        _ => null,
    };

    private static string? After(string mark, string id) => id.StartsWith(mark, StringComparison.Ordinal) ? id[mark.Length..] : null;

    private static bool IsLine(string line) => line.Length > 0 && line == VisibleText.Of(line).Trim();

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= KeyLimit && key.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.');
}
