namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The right to identify once, on a connection to <paramref name="url"/>. Disposing gives back a right not used.</summary>
internal sealed class IdentifyTurn(Uri url, IdentifyBucket bucket, IdentifyBudget budget) : IDisposable
{
    private bool _over;

    public Uri Url => url;

    /// <summary>Counts the identify that is to be sent now; false if another shard has used up the budget.</summary>
    public bool TrySpend() => End(budget.TrySpend());

    public void Dispose() => End(identified: false);

    private bool End(bool identified)
    {
        if (!_over)
        {
            bucket.Leave(identified);
        }

        _over = true;
        return identified;
    }
}
