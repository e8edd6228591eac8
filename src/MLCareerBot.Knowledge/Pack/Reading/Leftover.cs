namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>
/// Files that editors, merges and file browsers leave behind, and a folder's README: clearly no topics, so they stop
/// nothing. Anything else in <c>topics</c> that is not a <c>.md</c> file is a fault, since <c>salary.md.txt</c> or
/// <c>salary.markdown</c> is a topic that its writer believes to be there.
/// </summary>
internal static class Leftover
{
    private static readonly string[] Endings = ["~", ".bak", ".orig", ".rej", ".tmp", ".swp", ".swo"];
    private static readonly string[] Names = ["README.md", "Thumbs.db", "desktop.ini"];

    public static bool Is(string name) =>
        name.StartsWith('.')
        || (name.StartsWith('#') && name.EndsWith('#'))
        || Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Emacs marks a file that is being edited by a link of this name, which leads nowhere.</summary>
    public static bool IsLock(string name) => name.StartsWith(".#", StringComparison.Ordinal);
}
