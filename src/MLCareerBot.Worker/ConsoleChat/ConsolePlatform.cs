using System.Globalization;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using NodaTime;
using NodaTime.TimeZones;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>One conversation in a terminal, until the person leaves or the input ends.</summary>
internal sealed class ConsolePlatform(CommandRouter router, ITerminal terminal) : IChatPlatform
{
    /// <summary>The name in addresses and settings.</summary>
    public const string PlatformName = "console";

    // Whoever has the terminal could read and change all files behind the bot.
    private static readonly ChatUser Operator = new("operator", IsAdmin: true);

    // Of the reply or tip that was shown last: its numbers are what the person sees.
    private volatile IReadOnlyList<FollowUp> _offered = [];

    public string Name => PlatformName;

    public PlatformStatus Status { get; } = new(PlatformState.Ready, "It reads what is typed.");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        terminal.Greet();
        while (await terminal.ReadLineAsync(cancellationToken) is { } line && !IsGoodbye(line))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                Show(await AnswerAsync(line.Trim(), _offered, cancellationToken));
            }
        }
    }

    public Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        Show(message.Reply);
        return Task.FromResult(new SendResult(SendOutcome.Sent, message.Key));
    }

    public Task<PlaceFinding> ExamineAsync(ChatAddress place, ChatUser asker, CancellationToken cancellationToken) => Task.FromResult(PlaceFinding.Open);

    public Task<string?> FindZoneAsync(string user, CancellationToken cancellationToken) => Task.FromResult(SystemZone());

    /// <summary>A request from the person at the terminal, in a conversation of its own.</summary>
    public static ChatRequest Request(string conversation, string text) => new(new(PlatformName, conversation), Operator, text);

    /// <summary>A request that is a question, whatever its words.</summary>
    public static ChatRequest Question(string conversation, string text) => Request(conversation, $"ask {text}");

    // In UTC, as servers are, a person may be anywhere.
    private static string? SystemZone()
    {
        try
        {
            return DateTimeZoneProviders.Tzdb.GetSystemDefault().Id;
        }
        catch (DateTimeZoneNotFoundException)
        {
            return null;
        }
    }

    private static bool IsGoodbye(string line) => line.Trim().ToLowerInvariant() is "quit" or "exit";

    // A number chooses from the list above; a number that is not on it leaves the list as it is.
    private Task<ChatReply> AnswerAsync(string line, IReadOnlyList<FollowUp> offered, CancellationToken cancellationToken)
    {
        var isChoice = int.TryParse(line, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && offered.Count > 0;
        return isChoice && (number < 1 || number > offered.Count)
            ? Task.FromResult(NotOffered(offered))
            : router.RespondAsync(Request("terminal", isChoice ? offered[number - 1].Says : YesOrNo(line, offered)?.Says ?? line), cancellationToken);
    }

    // "Yes, delete it" may be typed, too.
    private static FollowUp? YesOrNo(string line, IReadOnlyList<FollowUp> offered) => line.ToUpperInvariant() is "YES" or "NO"
        ? offered.FirstOrDefault(next => next.Label.Split(',')[0].Equals(line, StringComparison.OrdinalIgnoreCase))
        : null;

    // A form has no place here.
    private void Show(ChatReply reply)
    {
        var shown = reply with { FollowUps = [.. reply.FollowUps.Where(next => !next.OpensForm)] };
        _offered = shown.FollowUps;
        terminal.Show(shown);
    }

    private static ChatReply NotOffered(IReadOnlyList<FollowUp> offered) => new(
        "Which one?", new ReplyBlock.Paragraph(offered.Count == 1 ? "Type 1, or ask something else." : $"Type a number from 1 to {offered.Count}, or ask something else."))
    {
        IsPrivate = true,
        FollowUps = offered,
    };
}
