using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Memory;

namespace MLCareerBot.Features.Privacy;

/// <summary>Shows somebody what is stored about them, hands it over, or deletes it.</summary>
internal sealed class PrivacyHandler(IPersonalData data) : ICommandHandler
{
    public const string Export = "privacy export";
    public const string Delete = "privacy delete";

    private const string Yes = "yes";
    private const int PartLength = 1_500;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var person = Person.Of(call.Request);
        return (call.Command.Name switch
        {
            Export => Give(await data.ExportAsync(person, cancellationToken)),
            Delete when call["sure"] is not null => Deleted(await data.DeleteAsync(person, cancellationToken)),
            Delete => Ask(await data.SummaryAsync(person, cancellationToken)),
            _ => Show(await data.SummaryAsync(person, cancellationToken)),
        }) with
        {
            IsPrivate = true,
            Outcome = Outcomes.Answered(id: null),
        };
    }

    private static ChatReply Show(PersonalSummary summary) => new("What I keep about you",
    [
        new ReplyBlock.BulletList([.. Lines(summary).DefaultIfEmpty("Nothing.")]),
        new ReplyBlock.Heading("What I don't keep"),
        new ReplyBlock.Paragraph("Questions that I answered, and who asked them. Feedback and questions without an answer are kept without your name, and those questions for 30 days. A message waits here until it is answered, no longer than a week. Which tips you got is kept for 400 days."),
    ])
    {
        FollowUps = [new("Give me all of it", Export), new("Delete all of it", Delete)],
    };

    private static ChatReply Give(string json) => new("All that I keep about you",
        [.. json.Chunk(PartLength).Select(part => new ReplyBlock.Paragraph(new string(part)))]);

    private static ChatReply Ask(PersonalSummary summary) => new("Delete all of it?",
    [
        new ReplyBlock.BulletList([.. Lines(summary).DefaultIfEmpty("There is nothing to delete.")]),
        new ReplyBlock.Paragraph("It cannot be brought back. Channels' tips that you set up stay, without your name."),
    ])
    {
        FollowUps = [new("Yes, delete it", $"{Delete} {Yes}"), new("No", "privacy show")],
    };

    private static ChatReply Deleted(PersonalSummary summary) => new("Deleted",
        new ReplyBlock.BulletList([.. Lines(summary).DefaultIfEmpty("There was nothing.")]));

    private static IEnumerable<string> Lines(PersonalSummary summary)
    {
        (int Count, string What)[] parts =
        [
            (summary.Subscriptions, "daily tips by direct message"),
            (summary.Deliveries, "dates on which tips were sent to you"),
            (summary.Steps, "marks on the roadmap"),
            (summary.Questions, "messages that wait for their answer"),
            (summary.SetUp, "your name on a channel's tips that you set up"),
        ];
        return parts.Where(part => part.Count > 0).Select(part => $"{part.Count} × {part.What}.");
    }
}
