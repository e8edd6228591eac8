using System.Text;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Lets a person type and mend a line, with the keys that shells have taught them.</summary>
internal sealed class LineEditor(IKeyboard keyboard) : ILineInput
{
    private readonly LineHistory _history = new();
    private readonly Lock _screen = new();

    // What stands on the screen's last line, while somebody types.
    private (string Prompt, LineBuffer Line)? _typing;

    private enum Typed
    {
        More,
        Line,
        Goodbye,
    }

    /// <summary>The line typed; null when the person leaves.</summary>
    public string? ReadLine(string prompt)
    {
        var line = new LineBuffer();
        Begin(prompt, line);
        var typed = Typed.More;
        while (typed == Typed.More)
        {
            var key = keyboard.ReadKey();
            lock (_screen)
            {
                typed = Take(key, line);
                Redraw(prompt, line, typed);
            }
        }

        _history.Add(line.Text);
        return typed == Typed.Line ? line.Text : null;
    }

    public void ShowBeside(Action show)
    {
        lock (_screen)
        {
            if (_typing is not { } typing)
            {
                show();
                return;
            }

            keyboard.Write($"\r{new string(' ', Math.Max(0, keyboard.Width - 1))}\r");
            show();
            Draw(typing.Prompt, typing.Line);
        }
    }

    private void Begin(string prompt, LineBuffer line)
    {
        lock (_screen)
        {
            _typing = (prompt, line);
            Draw(prompt, line);
        }
    }

    private void Redraw(string prompt, LineBuffer line, Typed typed)
    {
        // A pasted text is drawn once.
        if (typed == Typed.Line || !keyboard.HasMore)
        {
            Draw(prompt, line);
        }

        if (typed != Typed.More)
        {
            keyboard.Write("\n");
            _typing = null;
        }
    }

    private Typed Take(ConsoleKeyInfo key, LineBuffer line)
    {
        if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
        {
            return Typed.Line;
        }

        if (key.Modifiers.HasFlag(ConsoleModifiers.Control) && key.Key is ConsoleKey.C or ConsoleKey.D && IsGoodbye(key, line))
        {
            return Typed.Goodbye;
        }

        Edit(key, line);
        return Typed.More;
    }

    private static bool IsGoodbye(ConsoleKeyInfo key, LineBuffer line) => key.Key == ConsoleKey.C || line.Text.Length == 0;

    private void Edit(ConsoleKeyInfo key, LineBuffer line)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: line.MoveLeft(); break;
            case ConsoleKey.RightArrow: line.MoveRight(); break;
            case ConsoleKey.Home: line.MoveHome(); break;
            case ConsoleKey.End: line.MoveEnd(); break;
            case ConsoleKey.UpArrow: line.Replace(_history.Earlier(line.Text)); break;
            case ConsoleKey.DownArrow: line.Replace(_history.Later(line.Text)); break;
            case ConsoleKey.Backspace: line.DeleteLeft(); break;
            case ConsoleKey.Delete: line.DeleteRight(); break;
            default:
                if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
                {
                    EditByLetter(key.Key, line);
                }
                else if (char.IsSurrogate(key.KeyChar) || !TerminalText.IsHazard(new Rune(key.KeyChar)))
                {
                    line.Insert(key.KeyChar);
                }

                break;
        }
    }

    private static void EditByLetter(ConsoleKey letter, LineBuffer line)
    {
        switch (letter)
        {
            case ConsoleKey.A: line.MoveHome(); break;
            case ConsoleKey.E: line.MoveEnd(); break;
            case ConsoleKey.U: line.DeleteToStart(); break;
            case ConsoleKey.K: line.DeleteToEnd(); break;
            case ConsoleKey.W: line.DeleteWordLeft(); break;
            case ConsoleKey.D: line.DeleteRight(); break;
            default: break;
        }
    }

    // Carriage returns and spaces alone, so that it works on every screen: the line is written, what stood behind it
    // is blanked, and writing it again up to the cursor puts the cursor there.
    private void Draw(string prompt, LineBuffer line)
    {
        var room = Math.Max(1, keyboard.Width - prompt.Length - 1);
        var view = LineView.Of(line.Text, line.Cursor, room);
        keyboard.Write($"\r{prompt}{view.Shown}{new string(' ', view.Free)}\r{prompt}{view.BeforeCursor}");
    }
}
