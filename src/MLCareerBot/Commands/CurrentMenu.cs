using MLCareerBot.Knowledge;

namespace MLCareerBot.Commands;

/// <summary>The verbs with the values that the pack in use gives their options.</summary>
/// <param name="Knowledge">The pack.</param>
/// <param name="Everybody">The verbs of <see cref="CommandTable.Root"/>.</param>
/// <param name="Admins">The verbs of <see cref="CommandTable.AdminRoot"/>.</param>
internal sealed record CurrentMenu(KnowledgeEdition Knowledge, CommandRoot Everybody, CommandRoot Admins)
{
    public static CurrentMenu For(KnowledgeEdition knowledge, IReadOnlyList<CommandEntry> entries)
    {
        var options = new MenuOptions(knowledge.Pack, NamesOf(entries, isAdmin: false), NamesOf(entries, isAdmin: true));
        CommandRoot Root(bool isAdmin) => new(entries.Where(entry => entry.IsAdmin == isAdmin).Select(entry => entry.For(options)));
        return new(knowledge, Root(isAdmin: false), Root(isAdmin: true));
    }

    private static List<string> NamesOf(IReadOnlyList<CommandEntry> entries, bool isAdmin) =>
        [.. entries.Where(entry => entry.IsAdmin == isAdmin && !entry.IsHidden).Select(entry => entry.Name)];
}
