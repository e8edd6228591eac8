using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Discord.Commands;

/// <summary>What Discord shows below a field while somebody types in it.</summary>
internal static class Autocompletion
{
    /// <summary>Discord shows no more: https://discord.com/developers/docs/interactions/application-commands#autocomplete.</summary>
    private const int Most = 25;

    public static IReadOnlyList<CommandChoice> For(IReadOnlyList<CommandChoice> candidates, string typed) =>
        [.. Completion.Of(candidates, typed, candidate => [candidate.Name, candidate.Value]).Take(Most)];
}
