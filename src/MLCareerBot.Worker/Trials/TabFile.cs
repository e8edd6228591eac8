using System.Text;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Worker.Trials;

/// <summary>A line of a tab-separated file.</summary>
/// <param name="Line">Its number, counted from one.</param>
/// <param name="Cells">What stands between the tabs.</param>
internal readonly record struct TabRow(int Line, string[] Cells);

/// <summary>A tab-separated file, read whole: empty lines are left out, and nothing else is forgiven.</summary>
internal static class TabFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows of a file that can be read as text.</summary>
    public static IReadOnlyList<TabRow> Read(string path)
    {
        try
        {
            return
            [
                .. File.ReadAllText(path, StrictUtf8).Split('\n')
                    .Select((line, index) => (Number: index + 1, Text: line.TrimEnd('\r')))
                    .Where(line => !string.IsNullOrWhiteSpace(line.Text))
                    .Select(line => new TabRow(line.Number, line.Text.Split('\t'))),
            ];
        }
        catch (DecoderFallbackException)
        {
            throw new SetupException($"{path}: The file is not UTF-8; save it as UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SetupException($"{path}: The file cannot be read: {exception.Message}");
        }
    }

    /// <summary>Refuses the file with all its faults, if it has any.</summary>
    public static void Refuse(string path, IEnumerable<(int Line, string Message)> faults)
    {
        var lines = faults.OrderBy(fault => fault.Line).Select(fault => $"{path}:{fault.Line}: {fault.Message}").ToList();
        if (lines.Count > 0)
        {
            throw new SetupException(string.Join('\n', lines));
        }
    }
}
