using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Commands;

/// <summary>A verb as it was called.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Options">The values given, by option name; never empty strings.</param>
/// <param name="Request">The message it came in.</param>
/// <param name="Knowledge">What the bot knew when it came in: the whole reply goes by that, even if it learns another pack meanwhile.</param>
public sealed record CommandCall(
    Command Command, IReadOnlyDictionary<string, string> Options, ChatRequest Request, KnowledgeEdition Knowledge)
{
    /// <summary>The option's value, or null if it was not given.</summary>
    public string? this[string option] => Options.GetValueOrDefault(option);

    /// <summary>The pack to answer from.</summary>
    public KnowledgePack Pack => Knowledge.Pack;
}
