using System.Text.Unicode;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>
/// Reads one file as text, or says why it is none: too large, empty, not UTF-8, characters that cannot be seen.
/// A UTF-8 byte order mark is accepted and dropped (Windows editors write it), and CRLF is read as LF.
/// </summary>
internal static class PackText
{
    /// <summary>The text with LF line ends, or null when a fault was added.</summary>
    public static string? Read(FileInfo file, string path, FaultList faults, bool allowTabs = false)
    {
        try
        {
            return ReadBytes(file, path, faults) is { } bytes && Decode(bytes, path, faults) is { } text
                ? Check(text.Replace("\r\n", "\n", StringComparison.Ordinal), path, faults, allowTabs)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(path, 0), $"The file cannot be read ({Wording.Printable(exception.Message)}); check that it is there and that its permissions let the bot read it.");
            return null;
        }
    }

    private static byte[]? ReadBytes(FileInfo file, string path, FaultList faults)
    {
        // Pipes and devices have no length either: never opened, so that they cannot hold up the start.
        if (file.Length == 0)
        {
            faults.Add(new(path, 0), "The file is empty; fill it in or take it out.");
            return null;
        }

        if (file.Length > PackLimits.FileBytes)
        {
            faults.Add(new(path, 0), $"The file has {file.Length:N0} bytes; split it or shorten it to {PackLimits.FileBytes:N0}.");
            return null;
        }

        var bytes = new byte[file.Length];
        using var handle = File.OpenHandle(file.FullName);
        var count = RandomAccess.Read(handle, bytes, 0);
        return count == bytes.Length ? bytes : bytes[..count];
    }

    private static string? Decode(byte[] bytes, string path, FaultList faults)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            faults.Add(new(path, 1), "The file is UTF-16; save it as UTF-8.");
            return null;
        }

        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var nul)
        {
            faults.Add(new(path, LineAt(bytes, nul)), "There is a NUL character here, so this is no text or UTF-16; save it as UTF-8.");
            return null;
        }

        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        var text = new char[content.Length];
        Utf8.ToUtf16(content, text, out var read, out var written, replaceInvalidSequences: false);
        if (read == content.Length)
        {
            return new(text, 0, written);
        }

        faults.Add(new(path, LineAt(content, read)), "The file is not UTF-8 from here on; save it as UTF-8.");
        return null;
    }

    private static int LineAt(ReadOnlySpan<byte> bytes, int at) => 1 + bytes[..at].Count((byte)'\n');

    private static string? Check(string text, string path, FaultList faults, bool allowTabs)
    {
        var isClean = true;
        var line = 1;
        var counted = 0;
        for (var at = UnwantedCharacter.Find(text, 0, allowTabs); at >= 0; at = UnwantedCharacter.Find(text, counted, allowTabs))
        {
            line += text.AsSpan(counted, at - counted).Count('\n');
            faults.Add(new(path, line), UnwantedCharacter.Describe(text, at));
            isClean = false;

            // Once a line is enough.
            counted = text.IndexOf('\n', at);
            if (counted < 0)
            {
                break;
            }
        }

        return isClean ? text : null;
    }
}
