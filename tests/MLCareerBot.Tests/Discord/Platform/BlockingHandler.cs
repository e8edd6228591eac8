using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>A verb that keeps its thread for as long as the test says, as reading files does.</summary>
internal sealed class BlockingHandler : ICommandHandler, IDisposable
{
    private readonly ManualResetEventSlim _finished = new();

    /// <summary>Puts it in the place of a real verb.</summary>
    public void Add(IServiceCollection services) => services.AddKeyedSingleton<ICommandHandler>(SlowHandler.Verb, this);

    public void Finish() => _finished.Set();

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        _finished.Wait(cancellationToken);
        return Task.FromResult<ChatReply>(new("At last", new ReplyBlock.Paragraph("That took a while.")));
    }

    public void Dispose() => _finished.Dispose();
}
