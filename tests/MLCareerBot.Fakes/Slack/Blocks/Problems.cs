using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Collects what is wrong with blocks, in the words of Slack's <c>response_metadata.messages</c>.</summary>
internal sealed class Problems
{
    private readonly List<string> _messages = [];

    public IReadOnlyList<string> Messages => _messages;

    public void Add(string pointer, string message) => _messages.Add($"{message} [json-pointer:{pointer}]");

    /// <summary>A plain string of at most so many characters.</summary>
    public void CheckString(JsonNode? node, string name, string pointer, int limit, bool isRequired = false)
    {
        if (node.Text(name) is not { } text)
        {
            if (isRequired || (node as JsonObject)?[name] is not null)
            {
                Add(pointer, $"missing required field: {name}");
            }
        }
        else if (text.Length > limit)
        {
            Add($"{pointer}/{name}", $"must be less than {limit + 1} characters");
        }
    }

    /// <summary>A text object: <c>plain_text</c> or, where it is allowed, <c>mrkdwn</c>.</summary>
    public void CheckText(JsonNode? node, string name, string pointer, int limit, bool isPlain = true, bool isRequired = false)
    {
        if ((node as JsonObject)?[name] is not { } given)
        {
            if (isRequired)
            {
                Add(pointer, $"missing required field: {name}");
            }

            return;
        }

        CheckTextObject(given, $"{pointer}/{name}", limit, isPlain);
    }

    public void CheckTextObject(JsonNode text, string pointer, int limit, bool isPlain)
    {
        if (!(text.Text("type") is "plain_text" || (!isPlain && text.Text("type") is "mrkdwn")))
        {
            Add($"{pointer}/type", "failed to match all allowed schemas");
        }

        if (text.Text("text") is { Length: 0 })
        {
            Add($"{pointer}/text", "must be more than 0 characters");
        }

        CheckString(text, "text", pointer, limit, isRequired: true);
    }

    /// <summary>A list of one to so many things.</summary>
    public void CheckCount(JsonNode? node, string name, string pointer, int limit)
    {
        var count = node.Array(name)?.Count ?? 0;
        if (count == 0)
        {
            Add(pointer, $"missing required field: {name}");
        }
        else if (count > limit)
        {
            Add($"{pointer}/{name}", $"no more than {limit} items allowed");
        }
    }
}
