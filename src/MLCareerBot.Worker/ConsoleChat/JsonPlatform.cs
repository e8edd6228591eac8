using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Conversations for programs: a message a line in, a reply a line out; a blank line starts a new conversation.</summary>
internal sealed class JsonPlatform(CommandRouter router, TextReader input, TextWriter output) : IChatPlatform
{
    private readonly LineReader _lines = new(input);

    public string Name => ConsolePlatform.PlatformName;

    public PlatformStatus Status { get; } = new(PlatformState.Ready, "It reads what is typed.");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var conversation = 1;
        while (await _lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                conversation++;
                continue;
            }

            var request = ConsolePlatform.Request(conversation.ToString(CultureInfo.InvariantCulture), line);
            output.Write(JsonReply.Line(line, await router.RespondAsync(request, cancellationToken)) + "\n");
        }
    }

    // A program counts on one line for each of its own.
    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Task.FromResult(new SendResult(SendOutcome.NoAccess));

    public Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken) => Task.FromResult(PlaceFinding.Open);

    public Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
