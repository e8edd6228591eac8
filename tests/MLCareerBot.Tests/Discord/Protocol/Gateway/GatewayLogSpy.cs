using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>Keeps what the gateway client logged, and counts the pauses between connections.</summary>
internal sealed class GatewayLogSpy : ILogger<GatewayClient>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();
    private int _pauses;

    public IReadOnlyCollection<(LogLevel Level, string Text)> Lines => _lines;

    /// <summary>How often it has begun to wait for its next connection.</summary>
    public int Pauses => Volatile.Read(ref _pauses);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception);
        _lines.Enqueue((logLevel, $"{text} {exception}"));
        if (text.Contains("The next one opens in", StringComparison.Ordinal) && !text.EndsWith("opens in 00:00:00.", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _pauses);
        }
    }
}
