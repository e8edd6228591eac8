using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

public sealed class ReplyButtonsTests
{
    private static readonly ChatReply Answer = new("Title")
    {
        Sources = [RealKnowledge.Pack.Sources[0]],
        FollowUps = [new("What does it *pay*?", "faq pay"), new("Next", "roadmap 2 A")],
        Permalink = "faq role",
        Outcome = new(OutcomeKind.Answer, "role", []),
    };

    [Fact]
    public void Next_Steps_Come_First_And_Then_What_To_Do_With_The_Answer()
    {
        var body = Assert.Single(DiscordRenderer.Render(Answer, canShare: true));

        Assert.Equal(
            [["v1:say:faq pay", "v1:say:roadmap 2 A"], ["v1:say:rate good role", "v1:say:rate poor role", "v1:share:faq role"]], body.ButtonIds());
        Assert.Equal([["What does it *pay*?", "Next"], ["👍", "👎", "Share in channel"]], Labels(body));
    }

    [Fact]
    public void A_Delivered_Tip_Has_Its_Key_In_Front_Of_The_Last_Row()
    {
        var tip = Answer with { FollowUps = [new("Another tip", "tip"), new("Next", "faq pay")] };

        var body = Assert.Single(DiscordRenderer.Render(tip, deliveryKey: "2026-11-21.x"));

        Assert.Equal([["v1:say:faq pay"], ["t:2026-11-21.x", "v1:say:rate good role", "v1:say:rate poor role"]], body.ButtonIds());
        Assert.Equal([["Next"], ["Another tip", "👍", "👎"]], Labels(body));
    }

    [Fact]
    public void Only_What_Others_May_See_Can_Be_Shared()
    {
        var rows = new[]
        {
            DiscordRenderer.Render(Answer),
            DiscordRenderer.Render(Answer with { IsPrivate = true }, canShare: true),
            DiscordRenderer.Render(Answer with { Permalink = null }, canShare: true),
        };

        Assert.All(rows, bodies => Assert.Equal(["v1:say:rate good role", "v1:say:rate poor role"], bodies[0].ButtonIds()[1]));
    }

    [Fact]
    public void Only_Answers_With_A_Topic_Are_Rated()
    {
        var suggested = Answer with { Outcome = new(OutcomeKind.Suggest, "role", []), Permalink = null };

        Assert.Single(DiscordRenderer.Render(suggested)[0].ButtonIds());
        Assert.Single(DiscordRenderer.Render(suggested with { Outcome = new(OutcomeKind.Answer, null, []) })[0].ButtonIds());
        Assert.Single(DiscordRenderer.Render(suggested with { Outcome = null })[0].ButtonIds());
        Assert.Empty(DiscordRenderer.Render(new ChatReply("Title"))[0].ButtonIds());
    }

    [Fact]
    public void Doubles_And_What_Does_Not_Fit_Are_Left_Out()
    {
        var crowded = new ChatReply("Title")
        {
            FollowUps = [new("Long", new string('a', 94)), new("One", "a"), new("Again", "a"), new("\u200B", "b"), new("Two", "c"), new("Three", "d"), new("Four", "e")],
        };

        Assert.Equal([["v1:say:a", "v1:say:c", "v1:say:d"]], DiscordRenderer.Render(crowded)[0].ButtonIds());
    }

    [Fact]
    public void A_Long_Label_Is_Cut_At_A_Word()
    {
        var label = string.Join(' ', Enumerable.Repeat("label", 20));

        var body = DiscordRenderer.Render(new ChatReply("Title") { FollowUps = [new(label, "faq")] })[0];

        Assert.Equal([["label label label label label label label label label label label label label…"]], Labels(body));
    }

    private static IEnumerable<IEnumerable<string?>> Labels(MessageBody body) =>
        body.Components.Where(component => component.Type == ComponentType.ActionRow).Select(row => (row.Components ?? []).Select(button => button.Label));
}
