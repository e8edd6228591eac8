using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Ask;

/// <summary>Replies to small talk, and takes plain words for a feature to that feature.</summary>
internal sealed class IntentReplies(CommandTable table, CommandRouter router)
{
    public async Task<ChatReply> ReplyAsync(Intent intent, CommandCall call, CancellationToken cancellationToken)
    {
        var answered = Outcomes.Answered(intent.Id);
        return intent switch
        {
            { Reply: { } words } => new(call.Pack.Name, new ReplyBlock.Paragraph(words)) { Outcome = answered },
            { Command: { } line } when Says(line, call.Request) is var request && IsBuilt(request) =>
                await router.RespondAsync(request, cancellationToken) switch
                {
                    // An apology answers nothing.
                    { Outcome: null } failed => failed,
                    var reply => reply with { Outcome = answered },
                },
            _ => NotHereYet with { Outcome = answered },
        };
    }

    // The values that came with the question are the question's.
    private static ChatRequest Says(string line, ChatRequest request) => request with { Text = line, IsCommand = true, Options = null };

    // An intent that led back to a question could lead back to itself.
    private bool IsBuilt(ChatRequest request) =>
        CommandLine.Read(request, table) is CommandReading.Call { Value.Command.Name: not CommandTable.Ask };

    // A pack for another bot may know features that this one has not.
    private static ChatReply NotHereYet { get; } = new("Not here", new ReplyBlock.Paragraph("I understand, but that is nothing I can do. `help` lists what I can."))
    {
        FollowUps = [new("What I can do", CommandTable.Help)],
    };
}
