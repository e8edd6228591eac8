using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>A verb that takes as long as the test says.</summary>
internal sealed class SlowHandler : ICommandHandler
{
    public const string Verb = "sources";

    private readonly TaskCompletionSource<ChatReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts it in the place of a real verb.</summary>
    public void Add(IServiceCollection services) => services.AddKeyedSingleton<ICommandHandler>(Verb, this);

    public void Finish(ChatReply? reply = null) => _reply.SetResult(reply ?? new("At last", new ReplyBlock.Paragraph("That took a while.")));

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) => _reply.Task.WaitAsync(cancellationToken);
}
