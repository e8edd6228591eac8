using MLCareerBot.Chat;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>A terminal nobody watches: no prompt, no banner, one reply a line, plain text.</summary>
internal sealed class PipedTerminal(TextReader input, TextWriter output, int width) : ITerminal
{
    private readonly LineReader _lines = new(input);
    private readonly ConsoleRenderer _renderer = new(width, styled: false);

    public void Greet()
    {
    }

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) => _lines.ReadLineAsync(cancellationToken);

    public void Show(ChatReply reply) => output.Write(_renderer.Render(reply) + "\n\n");
}
