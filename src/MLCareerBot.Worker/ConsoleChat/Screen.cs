using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>The terminal that the program was started in, as far as it is one.</summary>
internal static class Screen
{
    private const nint StandardOutput = 1;
    private const int UnknownWidth = 80;
    private const int LeastWidth = 40;
    private const int MostWidth = 100;

    /// <summary>True if a person reads and types here.</summary>
    public static bool IsWatched => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>True if text may be bold: see https://no-color.org for the variable.</summary>
    public static bool IsStyled =>
        !Console.IsOutputRedirected && !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Columns for text: long lines are hard to read, and fewer than forty hold no table.</summary>
    public static int TextWidth => Math.Clamp(Width, LeastWidth, MostWidth);

    /// <summary>Columns there are.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : UnknownWidth;
            }
            catch (IOException)
            {
                return UnknownWidth;
            }
        }
    }

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") switch
    {
        // Windows' own console knows no such variable.
        null or "" => !OperatingSystem.IsWindows(),
        var kind => kind is "dumb",
    };

    /// <summary>UTF-8 in and out, whatever the system's language settings say.</summary>
    public static void UseUtf8()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.InputEncoding = utf8;
        Console.OutputEncoding = utf8;
    }

    /// <summary>What is typed or piped in, read with the byte order mark that some programs begin with left out.</summary>
    public static TextReader OpenInput() => new StreamReader(Console.OpenStandardInput(), Console.InputEncoding);

    /// <summary>
    /// Standard output; where it is a pipe, one that says when its reader has gone. The console's own writer would go on
    /// writing to nobody for as long as there is input.
    /// </summary>
    public static TextWriter OpenOutput()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.Out;
        }

        // A file is left to the console: errors may go to the same one, and two positions in it would overwrite each other.
        var stream = new FileStream(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.Out : new StreamWriter(stream, Console.OutputEncoding) { AutoFlush = true };
    }

    /// <summary>The screen and keyboard, or the pipes in their place.</summary>
    public static ITerminal Open()
    {
        if (!IsWatched)
        {
            return new PipedTerminal(OpenInput(), OpenOutput(), TextWidth);
        }

        ILineInput lines = IsDumb ? new PlainLines() : new LineEditor(new Keyboard());
        return new LiveTerminal(lines, Console.Out, () => TextWidth, IsStyled);
    }

    private sealed class Keyboard : IKeyboard
    {
        public bool HasMore => Console.KeyAvailable;

        public int Width => Screen.Width;

        public ConsoleKeyInfo ReadKey() => Console.ReadKey(intercept: true);

        public void Write(string text) => Console.Write(text);
    }
}
