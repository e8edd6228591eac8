using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The file that keeps when a bot identified: a JSON list of times.</summary>
internal sealed class IdentifyFile(string path)
{
    // Some 800 times of 30 characters; a file this large is not ours.
    private const int MaxBytes = 1024 * 1024;

    public string Path => path;

    /// <summary>The bot's own file, in the folder of the settings or else the user's application data.</summary>
    public static IdentifyFile For(DiscordOptions options)
    {
        // On a fresh account that folder is not there yet, and without it the file would lie wherever the program is started.
        var folder = options.StateDirectory is { Length: > 0 } chosen
            ? chosen
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "MLCareerBot");
        return new(System.IO.Path.Combine(folder, $"discord-identifies-{BotKey(options.BotToken)}.json"));
    }

    /// <summary>Whether this is what a missing right, a full disk or a damaged file throws.</summary>
    public static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or JsonException or ArgumentException or NotSupportedException;

    /// <summary>The times in the file; none if there is no file. Throws what <see cref="IsFault"/> knows.</summary>
    public IReadOnlyList<DateTimeOffset> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = File.OpenRead(path);
        return stream.Length <= MaxBytes
            ? JsonSerializer.Deserialize(stream, GatewayJson.Default.Times) ?? []
            : throw new IOException("The file is far too large.");
    }

    /// <summary>Replaces the file at one stroke. Throws what <see cref="IsFault"/> knows.</summary>
    public void Write(List<DateTimeOffset> times)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? ".");
        var fresh = $"{path}.new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(times, GatewayJson.Default.Times));
        File.Move(fresh, path, overwrite: true);
    }

    // The part before the first dot names the application, so a new token for the same bot goes on with its count.
    private static string BotKey(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Split('.')[0])))[..16];
}
