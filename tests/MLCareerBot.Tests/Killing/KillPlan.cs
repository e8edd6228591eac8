namespace MLCareerBot.Tests.Killing;

/// <summary>How badly the bot is treated while it sends tips.</summary>
/// <param name="Instances">Programs that share the work.</param>
/// <param name="Tips">Tips that come due, half of them on each platform.</param>
/// <param name="Kills">How often one of them is killed (SIGKILL) and started again.</param>
/// <param name="Pauses">How often one is stopped (SIGSTOP) for longer than its lease.</param>
/// <param name="Lease">How long an instance may keep what it sends.</param>
/// <param name="Seed">Decides who is killed, and when.</param>
internal sealed record KillPlan(int Instances, int Tips, int Kills, int Pauses, TimeSpan Lease, int Seed = 1)
{
    /// <summary>A plan from variables of the environment, for the long run; null where none is set. See tests/kill-test.sh.</summary>
    public static KillPlan? FromEnvironment() => Number("MLCAREERBOT_KILLS") is { } kills
        ? new(
            Number("MLCAREERBOT_KILL_INSTANCES") ?? 1,
            Number("MLCAREERBOT_KILL_TIPS") ?? 20_000,
            kills,
            Number("MLCAREERBOT_KILL_PAUSES") ?? 0,
            TimeSpan.FromSeconds(Number("MLCAREERBOT_KILL_LEASE_SECONDS") ?? 30),
            Number("MLCAREERBOT_KILL_SEED") ?? 1)
        : null;

    private static int? Number(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : null;
}

/// <summary>What came of it.</summary>
/// <param name="Sent">Tips that the ledger calls sent.</param>
/// <param name="Unknown">Tips of which the ledger knows no end.</param>
/// <param name="Skipped">Tips that the ledger calls skipped.</param>
/// <param name="Lost">Tips that nobody can see, unless they are unknown.</param>
/// <param name="Doubled">Tips that can be seen more than once.</param>
/// <param name="Kills">Kills there were.</param>
/// <param name="Pauses">Pauses there were.</param>
/// <param name="Took">How long it all took.</param>
internal sealed record KillReport(int Sent, int Unknown, int Skipped, int Lost, int Doubled, int Kills, int Pauses, TimeSpan Took);
