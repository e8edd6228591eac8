using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Features.Ask;

/// <summary>Replies to small talk, and takes plain words for a feature to that feature.</summary>
internal sealed class IntentReplies(KnowledgeBase knowledge, CommandTable table, CommandRouter router)
{
    public async Task<ChatReply> ReplyAsync(Intent intent, ChatRequest request, CancellationToken cancellationToken)
    {
        var answered = Outcomes.Answered(intent.Id);
        return intent switch
        {
            { Reply: { } words } => new(knowledge.Pack.Name, new ReplyBlock.Paragraph(words)) { Outcome = answered },
            { Command: { } line } when IsBuilt(line) =>
                await router.RespondAsync(request with { Text = line, IsCommand = true }, cancellationToken) switch
                {
                    // An apology answers nothing.
                    { Outcome: null } failed => failed,
                    var reply => reply with { Outcome = answered },
                },
            _ => NotHereYet with { Outcome = answered },
        };
    }

    // An intent that led back to a question could lead back to itself.
    private bool IsBuilt(string line) =>
        line.Split(' ')[0] is not CommandTable.Ask and var verb && table.Find(verb) is not null;

    private static ChatReply NotHereYet { get; } = new(
        "Not here yet",
        new ReplyBlock.Paragraph("Daily tips by subscription come with the Discord and Slack platforms; `tip` gives you one now."))
    {
        FollowUps = [new("A tip now", "tip")],
    };
}
