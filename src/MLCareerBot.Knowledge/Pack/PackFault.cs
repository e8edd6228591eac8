namespace MLCareerBot.Knowledge.Pack;

/// <summary>A mistake in a pack, said so that its writer can mend it.</summary>
/// <param name="File">Path inside the pack: <c>topics/salary.md</c>.</param>
/// <param name="Line">Line, counted from one; zero where the fault is the whole file's.</param>
/// <param name="Message">What is wrong and what to do, in one sentence.</param>
public sealed record PackFault(string File, int Line, string Message)
{
    /// <summary><c>topics/salary.md:12: ...</c></summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}

/// <summary>What came of reading a folder: a pack without faults, or all faults and no pack.</summary>
/// <param name="Pack">The pack; null when there are faults.</param>
/// <param name="Faults">All faults found, ordered by file and line.</param>
public sealed record PackReading(KnowledgePack? Pack, IReadOnlyList<PackFault> Faults);
