using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Knowledge;

/// <summary>What the bot knows at the moment.</summary>
public sealed class KnowledgeBase(KnowledgePack pack, MatcherOptions? options = null)
{
    private volatile KnowledgeEdition _current = new(pack, options);

    /// <summary>The pack in use with its matcher. Whoever asks more than once takes it once and keeps it.</summary>
    public KnowledgeEdition Current => _current;

    /// <summary>The pack in use.</summary>
    public KnowledgePack Pack => Current.Pack;

    /// <summary>Learns another pack and then changes over to it; until that moment every question sees the old one.</summary>
    public async Task ReplaceAsync(KnowledgePack next, CancellationToken cancellationToken)
    {
        var edition = new KnowledgeEdition(next, options);
        await edition.UntilTrainedAsync().WaitAsync(cancellationToken);
        _current = edition;
    }
}
