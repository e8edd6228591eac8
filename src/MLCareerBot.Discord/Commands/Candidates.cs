using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Discord.Commands;

/// <summary>What can be offered below a field while somebody types in it.</summary>
internal static class Candidates
{
    /// <summary>Characters of a choice's name and of its value.</summary>
    public const int Limit = 100;

    private const string Question = "question";

    /// <summary>True if there is anything to offer.</summary>
    public static bool HasAny(CommandOption option) => option.Choices.Count > 0 || option.Offers.Count > 0 || IsQuestion(option);

    /// <summary>All that can be offered: for a question the topics' own, for a topic its question instead of its id.</summary>
    public static IReadOnlyList<CommandChoice> For(CommandOption option, KnowledgePack pack) =>
    [
        .. (IsQuestion(option) ? pack.Topics.Select(topic => (Label: topic.Question, Value: topic.Question))
                : option.Choices.Concat(option.Offers).Select(choice => (Label: pack.FindTopic(choice)?.Question ?? choice, Value: choice)))
            .Where(candidate => candidate.Value.Length <= Limit)
            .Select(candidate => new CommandChoice(DiscordText.Clip(candidate.Label, Limit), candidate.Value)),
    ];

    private static bool IsQuestion(CommandOption option) => option is { Name: Question, Choices.Count: 0 };
}
