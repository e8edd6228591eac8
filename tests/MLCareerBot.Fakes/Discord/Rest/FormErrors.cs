using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Collects what is wrong with a body, and says it in Discord's nested form.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    /// <param name="path">Names and indexes with dots between, such as <c>embeds.0.title</c>.</param>
    /// <param name="code">Discord's word for the fault.</param>
    /// <param name="message">The same for people.</param>
    public void Add(string path, string code, string message)
    {
        var place = _errors;
        foreach (var step in path.Split('.'))
        {
            place = place.Object(step) ?? NewPlace(place, step);
        }

        if (place["_errors"] is not JsonArray errors)
        {
            place["_errors"] = errors = [];
        }

        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Expect(bool isRight, string path, string message, string code = "BASE_TYPE_INVALID")
    {
        if (!isRight)
        {
            Add(path, code, message);
        }
    }

    public void ExpectLength(string? text, int most, string path, int least = 0) =>
        Expect((text?.Length ?? 0) >= least && (text?.Length ?? 0) <= most, path, $"Must be between {least} and {most} in length.", "BASE_TYPE_BAD_LENGTH");

    /// <summary>The answer to give, or null when all is well.</summary>
    public Answer? ToAnswer() => IsEmpty
        ? null
        : new(400, new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035, ["errors"] = _errors.DeepClone() });

    private static JsonObject NewPlace(JsonObject place, string step)
    {
        JsonObject made = [];
        place[step] = made;
        return made;
    }
}
