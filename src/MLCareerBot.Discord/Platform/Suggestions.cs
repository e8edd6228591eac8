using MLCareerBot.Commands;
using MLCareerBot.Discord.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Knowledge;

namespace MLCareerBot.Discord.Platform;

/// <summary>What to offer below a field while somebody types in it.</summary>
internal sealed class Suggestions(CommandTable table, KnowledgeBase knowledge)
{
    /// <summary>At most 25 values, best first; none for a field that is not ours.</summary>
    public IReadOnlyList<CommandChoice> For(Interaction interaction)
    {
        if (interaction.Data is not { } data || SlashCall.Of(data) is not { Focused: { } typed } call)
        {
            return [];
        }

        var commands = data.Name == CommandDefinitions.AdminRoot ? table.AdminCommands : table.Commands;
        var option = commands.FirstOrDefault(command => command.Name == call.Verb)?.Options.FirstOrDefault(option => option.Name == typed.Name);
        return option is null ? [] : Autocompletion.For(Candidates.For(option, knowledge.Pack), SlashCall.TextOf(typed.Value));
    }
}
