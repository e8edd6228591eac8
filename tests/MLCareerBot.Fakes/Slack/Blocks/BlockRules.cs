using System.Text.Json;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Slack's limits on messages, modals and App Homes as a whole.</summary>
internal static class BlockRules
{
    private const int BlocksInMessage = 50;
    private const int BlocksInView = 100;
    private const int CharactersInMessage = 13_200;
    private const int BytesInView = 250_000;
    private const int HeadlineLimit = 24;

    public static void CheckMessage(JsonArray blocks)
    {
        var problems = new Problems();
        CheckBlocks(blocks, "/blocks", BlocksInMessage, problems);
        if (problems.Messages.Count > 0)
        {
            throw new Refusal(ApiAnswer.Error("invalid_blocks", problems.Messages));
        }

        if (CountCharacters(blocks) > CharactersInMessage)
        {
            throw new Refusal("msg_blocks_too_long");
        }
    }

    public static void CheckView(JsonObject view, string? type)
    {
        if (JsonSerializer.SerializeToUtf8Bytes(view).Length > BytesInView)
        {
            throw new Refusal("view_too_large");
        }

        var problems = new Problems();
        if (view.Text("type") != type)
        {
            problems.Add("/view/type", "failed to match all allowed schemas");
        }

        CheckFrame(view, type == "modal", problems);
        problems.CheckCount(view, "blocks", "/view", BlocksInView);
        CheckBlocks(view.Array("blocks") ?? [], "/view/blocks", BlocksInView, problems);
        if (problems.Messages.Count > 0)
        {
            throw new Refusal(ApiAnswer.Error("invalid_arguments", problems.Messages));
        }
    }

    private static void CheckFrame(JsonObject view, bool isModal, Problems problems)
    {
        problems.CheckString(view, "private_metadata", "/view", 3000);
        problems.CheckString(view, "callback_id", "/view", 255);
        if (!isModal)
        {
            return;
        }

        var hasInput = view.Items("blocks").Any(block => block.Text("type") == "input");
        problems.CheckText(view, "title", "/view", HeadlineLimit, isRequired: true);
        problems.CheckText(view, "submit", "/view", HeadlineLimit, isRequired: hasInput);
        problems.CheckText(view, "close", "/view", HeadlineLimit);
    }

    private static void CheckBlocks(JsonArray blocks, string pointer, int limit, Problems problems)
    {
        if (blocks.Count > limit)
        {
            problems.Add(pointer, $"no more than {limit} items allowed");
        }

        foreach (var (index, block) in blocks.Index())
        {
            OneBlock.Check(block, $"{pointer}/{index}", problems);
        }

        CheckUnique(blocks.OfType<JsonObject>().Select(block => block.Text("block_id")), "block_id", pointer, problems);
        var actions = blocks.OfType<JsonObject>().SelectMany(BlockElements.Of).Select(element => element.Text("action_id"));
        CheckUnique(actions, "action_id", pointer, problems);
    }

    private static void CheckUnique(IEnumerable<string?> ids, string name, string pointer, Problems problems)
    {
        foreach (var twice in ids.OfType<string>().GroupBy(id => id).Where(same => same.Count() > 1))
        {
            problems.Add(pointer, $"`{name}` \"{twice.Key}\" already exists");
        }
    }

    // Everything that is shown counts, wherever it stands.
    private static int CountCharacters(JsonNode? node) => node switch
    {
        JsonArray items => items.Sum(CountCharacters),
        JsonObject json => (json.Text("text")?.Length ?? 0) + json.Sum(property => property.Value is JsonValue ? 0 : CountCharacters(property.Value)),
        _ => 0,
    };
}
