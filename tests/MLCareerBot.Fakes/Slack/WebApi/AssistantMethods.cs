using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What an app may say about a thread in the assistant's pane. Nothing comes of it; the record of requests has it.</summary>
internal sealed class AssistantMethods(World world)
{
    private const int MostPrompts = 4;

    public IEnumerable<ApiMethod> All =>
    [
        new("assistant.threads.setStatus", arguments => InThread(arguments, "status")),
        new("assistant.threads.setTitle", arguments => InThread(arguments, "title")),
        new("assistant.threads.setSuggestedPrompts", SetPrompts),
    ];

    private ApiAnswer SetPrompts(Arguments arguments) =>
        arguments.Structure<JsonArray>("prompts", "invalid_arguments") is { Count: <= MostPrompts }
            ? InThread(arguments, "prompts")
            : throw new Refusal("invalid_arguments");

    private ApiAnswer InThread(Arguments arguments, string required)
    {
        world.Joined(arguments.Text("channel_id"));
        return arguments.Text("thread_ts") is not null && arguments.Has(required) ? ApiAnswer.Ok() : throw new Refusal("invalid_arguments");
    }
}
