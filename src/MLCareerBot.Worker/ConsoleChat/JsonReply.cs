using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MLCareerBot.Chat;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>A reply for programs: one line of JSON, the same for <c>ask --json</c> and <c>chat --json</c>.</summary>
internal sealed record JsonReply(
    string Question, string Outcome, string? Topic, IReadOnlyList<string> Suggestions, string Title, string Text, IReadOnlyList<string> Sources)
{
    private static readonly JsonReplyContext Context = new(new(JsonSerializerOptions.Default)
    {
        // The line goes to a program or a log, never into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    /// <summary>The line for a question and its reply.</summary>
    public static string Line(string question, ChatReply reply)
    {
        // A verb's own reply answers what was asked for; what only the asker may see without one is a mistake named.
        var outcome = reply.Outcome ?? new(reply.IsPrivate ? OutcomeKind.Abstain : OutcomeKind.Answer, Topic: null, Suggestions: []);
        var json = JsonSerializer.Serialize(
            new(
                question,
                outcome.Kind.ToString().ToLowerInvariant(),
                outcome.Topic,
                outcome.Suggestions,
                TerminalText.Of(reply.Title),
                ConsoleRenderer.PlainText(reply.Blocks),
                [.. reply.Sources.Select(source => source.Id)]),
            Context.JsonReply);
        return EscapeHazards(json);
    }

    // JSON only asks for the first 32 characters to be escaped; a terminal reads others as commands too. What is not
    // ASCII stands inside strings, where an escape may take its place.
    private static string EscapeHazards(string json)
    {
        var escaped = new StringBuilder(json.Length);
        foreach (var rune in json.EnumerateRunes())
        {
            escaped = TerminalText.IsHazard(rune) ? escaped.Append($"\\u{rune.Value:X4}") : escaped.Append(rune);
        }

        return escaped.ToString();
    }
}

/// <summary>Written by the compiler: no reflection at start-up.</summary>
[JsonSerializable(typeof(JsonReply))]
internal sealed partial class JsonReplyContext : JsonSerializerContext;
