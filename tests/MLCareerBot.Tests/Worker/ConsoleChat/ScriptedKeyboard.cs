using System.Text;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

/// <summary>Types a script as fast as a paste, and keeps what is written to the screen.</summary>
internal sealed class ScriptedKeyboard : IKeyboard
{
    public const int Columns = 40;

    private readonly Queue<ConsoleKeyInfo> _keys = new();
    private readonly StringBuilder _written = new();

    public bool HasMore => _keys.Count > 0;

    public int Width => Columns;

    public string Written => _written.ToString();

    /// <summary>What happens while the person is about to press a key.</summary>
    public Dictionary<ConsoleKey, Action> Before { get; } = [];

    public ConsoleKeyInfo ReadKey()
    {
        var key = _keys.Dequeue();
        Before.GetValueOrDefault(key.Key)?.Invoke();
        return key;
    }

    public void Write(string text) => _written.Append(text);

    /// <summary>Queues letters as they are, <c>&lt;Enter&gt;</c> as the key of that name and <c>&lt;^A&gt;</c> with Ctrl.</summary>
    public void Type(string keys)
    {
        for (var index = 0; index < keys.Length; index++)
        {
            if (keys[index] == '<')
            {
                var end = keys.IndexOf('>', index);
                _keys.Enqueue(Named(keys[(index + 1)..end]));
                index = end;
            }
            else
            {
                _keys.Enqueue(new(keys[index], ConsoleKey.None, shift: false, alt: false, control: false));
            }
        }
    }

    /// <summary>What a person sees on the last line drawn, and where the cursor stands.</summary>
    public (string Text, int Cursor) Screen()
    {
        var line = new char[Columns + 1];
        Array.Fill(line, ' ');
        var cursor = 0;
        foreach (var character in Written.TrimEnd('\n').Split('\n')[^1])
        {
            (cursor, line[cursor]) = character == '\r' ? (0, line[cursor]) : (cursor + 1, character);
        }

        return (new string(line).TrimEnd(), cursor);
    }

    private static ConsoleKeyInfo Named(string name) => name.StartsWith('^')
        ? new((char)(name[1] - '@'), Enum.Parse<ConsoleKey>(name[1..]), shift: false, alt: false, control: true)
        : new('\0', Enum.Parse<ConsoleKey>(name), shift: false, alt: false, control: false);
}
