using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

/// <summary>Stands in for the verb <c>ask</c>: keeps every question, and offers things to do next.</summary>
internal sealed class Overheard : ICommandHandler
{
    private readonly List<ChatRequest> _requests = [];

    public IReadOnlyList<ChatRequest> Requests => _requests;

    public IEnumerable<string> Texts => _requests.Select(request => request.Text);

    public Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        _requests.Add(call.Request);
        return Task.FromResult(new ChatReply("Heard", new ReplyBlock.Paragraph("you"))
        {
            FollowUps = Offers,
        });
    }

    /// <summary>What it offers.</summary>
    public IReadOnlyList<FollowUp> Offers { get; init; } = [new("First", "the first thing"), new("Second", "the second thing")];

    /// <summary>A bot that hears questions and nothing else of its own.</summary>
    public TestBot Bot() => new(services => services.AddKeyedSingleton<ICommandHandler>("ask", this));
}
