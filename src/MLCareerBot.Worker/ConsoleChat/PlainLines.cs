namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Lines from a screen that can do nothing but scroll.</summary>
internal sealed class PlainLines : ILineInput
{
    public string? ReadLine(string prompt)
    {
        Console.Write(prompt);
        return Console.ReadLine();
    }

    public void ShowBeside(Action show) => show();
}
