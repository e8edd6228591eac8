namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Where a person types lines, and may be shown something meanwhile.</summary>
internal interface ILineInput
{
    /// <summary>Shows a prompt and waits for a line; null when the person leaves.</summary>
    string? ReadLine(string prompt);

    /// <summary>Shows something, from any thread. What was typed so far stands below it afterwards.</summary>
    void ShowBeside(Action show);
}
