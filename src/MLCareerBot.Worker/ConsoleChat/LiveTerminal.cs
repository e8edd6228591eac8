using MLCareerBot.Chat;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>A person's screen and keyboard.</summary>
/// <param name="lines">The keyboard.</param>
/// <param name="output">The screen.</param>
/// <param name="width">Columns of the screen now; people resize windows.</param>
/// <param name="styled">False for text without a single control code.</param>
internal sealed class LiveTerminal(ILineInput lines, TextWriter output, Func<int> width, bool styled) : ITerminal
{
    private const string Prompt = "career> ";

    public void Greet() => output.Write("Ask a question about the career. \"help\" lists what I can do, \"quit\" leaves.\n\n");

    // Waiting for a key cannot be cancelled: the wait for it is, and the thread is left behind.
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => lines.ReadLine(Prompt), CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The shell's own prompt belongs on a line of its own.
            output.Write("\n");
            throw;
        }
    }

    public void Show(ChatReply reply) =>
        lines.ShowBeside(() => output.Write("\n" + new ConsoleRenderer(width(), styled).Render(reply) + "\n\n"));
}
