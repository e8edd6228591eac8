using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips.Sending;

/// <summary>What an attempt came to. The set is closed.</summary>
internal abstract record TipEnding
{
    private TipEnding()
    {
    }

    /// <summary>The delivery is over.</summary>
    public sealed record Over(Settlement Settlement) : TipEnding;

    /// <summary>It may be there, and is looked for or tried again, not before this time.</summary>
    public sealed record InDoubt(Instant NotBefore) : TipEnding;

    /// <summary>It is surely not there, unless from an earlier attempt, and is tried again, not before this time.</summary>
    public sealed record Later(Instant NotBefore) : TipEnding;

    /// <summary>It is not ours any more.</summary>
    public sealed record Dropped : TipEnding;
}
