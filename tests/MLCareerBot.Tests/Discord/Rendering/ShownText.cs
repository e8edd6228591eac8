using System.Globalization;
using System.Text;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Rendering;

/// <summary>What messages hold.</summary>
internal static class ShownText
{
    public static string Markdown(this MessageBody body) =>
        string.Join('\n', body.Components.Where(component => component.Type == ComponentType.TextDisplay).Select(component => component.Content));

    /// <summary>The rows of buttons, a list of ids each.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>> ButtonIds(this MessageBody body) =>
        [.. body.Components.Where(component => component.Type == ComponentType.ActionRow).Select(row => (IReadOnlyList<string?>)[.. (row.Components ?? []).Select(button => button.CustomId)])];

    /// <summary>The signs alone, to find a text again wherever its lines were broken; backticks may have become code.</summary>
    public static string SignsOf(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        !Rune.IsWhiteSpace(rune) && rune.Value != '`' && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
}
