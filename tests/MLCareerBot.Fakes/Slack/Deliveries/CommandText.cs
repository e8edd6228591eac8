using System.Text.RegularExpressions;

namespace MLCareerBot.Fakes.Slack;

/// <summary>The text of commands that asked for ids in place of names.</summary>
internal static partial class CommandText
{
    public static string Escape(World world, string text) => Name().Replace(text, name => name.Value[0] switch
    {
        '#' when world.Channels.Find(channel => channel.Name == name.Groups["name"].Value) is { } channel => $"<#{channel.Id}|{channel.Name}>",
        '@' when world.Users.Find(user => user.Name == name.Groups["name"].Value) is { } user => $"<@{user.Id}>",
        _ => name.Value,
    });

    [GeneratedRegex(@"(?<!\S)[#@](?<name>[\w.-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
