using MLCareerBot.Chat;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Where lines come from and replies go: a person's screen, or a pipe.</summary>
internal interface ITerminal
{
    /// <summary>Says that the bot is listening, if anyone is there to see it.</summary>
    void Greet();

    /// <summary>The next line; null when there are no more.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);

    /// <summary>Shows a reply.</summary>
    void Show(ChatReply reply);
}
