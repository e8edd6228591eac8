namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>The keys and the line of a screen that a line is typed on.</summary>
internal interface IKeyboard
{
    /// <summary>True while more has been typed or pasted than was read.</summary>
    bool HasMore { get; }

    /// <summary>Columns of the screen.</summary>
    int Width { get; }

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Writes to the line.</summary>
    void Write(string text);
}
