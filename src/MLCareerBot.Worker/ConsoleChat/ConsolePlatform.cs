using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>One conversation in a terminal, until the person leaves or the input ends.</summary>
internal sealed class ConsolePlatform(CommandRouter router, ITerminal terminal) : IChatPlatform
{
    /// <summary>The name in addresses and settings.</summary>
    public const string PlatformName = "console";

    // Whoever has the terminal could read and change all files behind the bot.
    private static readonly ChatUser Operator = new("operator", IsAdmin: true);

    public string Name => PlatformName;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        terminal.Greet();
        IReadOnlyList<FollowUp> offered = [];
        while (await terminal.ReadLineAsync(cancellationToken) is { } line && !IsGoodbye(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var reply = await router.RespondAsync(Request("terminal", Meant(line, offered)), cancellationToken);
                offered = reply.FollowUps;
                terminal.Show(reply);
            }
        }
    }

    /// <summary>A request from the person at the terminal, in a conversation of its own.</summary>
    public static ChatRequest Request(string conversation, string text) => new(new(PlatformName, conversation), Operator, text);

    /// <summary>A request that is a question, whatever its words.</summary>
    public static ChatRequest Question(string conversation, string text) => Request(conversation, $"ask {text}");

    private static bool IsGoodbye(string line) => line.Trim().ToLowerInvariant() is "quit" or "exit";

    private static string Meant(string line, IReadOnlyList<FollowUp> offered) =>
        int.TryParse(line, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number > 0 && number <= offered.Count
            ? offered[number - 1].Says
            : line;
}
