using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;

namespace MLCareerBot.Benchmarks.Tips;

/// <summary>A fake platform that takes tips no faster than the real one.</summary>
internal interface ITipsSite : IAsyncDisposable
{
    /// <summary>How many tips a second it takes, all places together.</summary>
    int PerSecond { get; }

    /// <summary>What the bot needs to know of it.</summary>
    IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The tips that are there: when each came.</summary>
    IReadOnlyList<DateTimeOffset> Arrivals { get; }

    /// <summary>Requests for which the bot was told that it is too fast.</summary>
    int Refusals { get; }

    /// <summary>Requests made although the bot had been told to wait.</summary>
    int Early { get; }

    /// <summary>How often each tip can be seen, by its key.</summary>
    IReadOnlyDictionary<string, int> VisibleByKey { get; }

    /// <summary>Adds the platform to the bot.</summary>
    IServiceCollection AddTo(IServiceCollection services);

    /// <summary>A place for tips.</summary>
    ChatAddress NewPlace(int number);

    /// <summary>Comes back when the bot has connected.</summary>
    Task UntilReadyAsync();

    /// <summary>People ask until they are stopped.</summary>
    Task<LoadReport> AskAsync(IReadOnlyList<string> questions, int perSecond, CancellationToken stop);
}
