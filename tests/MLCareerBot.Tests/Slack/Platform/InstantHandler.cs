using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>A verb with a short answer that counts how often it was called.</summary>
internal sealed class InstantHandler : ICommandHandler
{
    public const string Verb = "sources";

    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Puts it in the place of a real verb.</summary>
    public void Add(IServiceCollection services) => services.AddKeyedSingleton<ICommandHandler>(Verb, this);

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(new ChatReply("Here", new ReplyBlock.Paragraph("It is.")));
    }
}
