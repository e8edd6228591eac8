using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>Draws Spectre's shapes into text instead of onto a terminal, so that what is shown can be compared.</summary>
internal sealed class ConsoleCanvas
{
    private readonly StringBuilder _drawn = new();
    private readonly IAnsiConsole _console;

    /// <param name="width">Columns.</param>
    /// <param name="styled">False for text without a single control code.</param>
    public ConsoleCanvas(int width, bool styled)
    {
        _console = AnsiConsole.Create(new()
        {
            Ansi = styled ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(new StringWriter(_drawn)),
            // What is drawn depends on the arguments alone, not on which build server the variables name.
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        _console.Profile.Width = width;
        _console.Profile.Capabilities.Unicode = true;
    }

    /// <summary>The shape as lines, without a line end after the last.</summary>
    public string Draw(IRenderable shape)
    {
        _drawn.Clear();
        _console.Write(shape);
        return string.Join('\n', _drawn.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd(' ')));
    }
}
