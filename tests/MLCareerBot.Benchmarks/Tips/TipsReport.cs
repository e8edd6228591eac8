namespace MLCareerBot.Benchmarks.Tips;

/// <summary>What came of many tips due at once.</summary>
/// <param name="Tips">Tips due.</param>
/// <param name="AtBest">The time that the platform's limits leave no way round.</param>
/// <param name="Took">From when they were due to the last one's arrival.</param>
/// <param name="Sent">Tips that the ledger calls sent.</param>
/// <param name="Doubled">Tips that can be seen more than once.</param>
/// <param name="Lost">Tips that cannot be seen.</param>
/// <param name="Unknown">Tips of which the ledger knows no end.</param>
/// <param name="Refusals">How often the bot was told that it is too fast.</param>
/// <param name="Early">How often it asked again before the time it was told.</param>
/// <param name="Commands">What people asked meanwhile.</param>
internal sealed record TipsReport(
    int Tips, TimeSpan AtBest, TimeSpan Took, int Sent, int Doubled, int Lost, int Unknown, int Refusals, int Early, LoadReport Commands)
{
    public override string ToString() => $"""
        {Tips} tips due at once: {Took.TotalSeconds:N1} s; the limits allow {AtBest.TotalSeconds:N1} s; ratio {Took / AtBest:N3}
        {Sent} sent, {Doubled} doubled, {Lost} lost, {Unknown} unknown; {Refusals} refused as too fast, {Early} early
        meanwhile {Commands}
        """;
}
