using MLCareerBot.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Rendering;

public sealed class SlackActionTests
{
    public static TheoryData<string?, string?> Hostile => new()
    {
        { null, "faq" }, { "", "faq" }, { "say", "faq" }, { "say:", "faq" }, { "say:x", "faq" }, { "say:100", "faq" }, { "say:-1", "faq" }, { "say:１", "faq" },
        { "SAY:1", "faq" }, { " say:1", "faq" }, { "run:1", "faq" }, { "say:1", null }, { "say:1", "" }, { "say:1", " faq" }, { "say:1", "faq\n" },
        { "say:1", "\u202Efaq" }, { "say:1", new string('a', 2_001) }, { "ask:1", "faq" }, { "ask:", null },
    };

    [Fact]
    public void Clicks_Mean_What_The_Buttons_Did()
    {
        AssertTravels("say:1", "faq salary", new SlackAction.Say("faq salary"), 1);
        AssertTravels("say:99", "share:1 <@U1>", new SlackAction.Say("share:1 <@U1>"), 99);
        AssertTravels("share:6", new string('a', 2_000), new SlackAction.Share(new string('a', 2_000)), 6);
        AssertTravels("ask:2", null, new SlackAction.Ask(), 2);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Other_Clicks_Mean_Nothing(string? id, string? value) => Assert.Null(SlackAction.Read(id, value));

    [Fact]
    public void What_Would_Not_Come_Back_Has_No_Button()
    {
        Assert.Null(new SlackAction.Say(new string('a', 2_001)).Button("Label", 1));
        Assert.Null(new SlackAction.Say(" faq").Button("Label", 1));
        Assert.Null(new SlackAction.Share("").Button("Label", 1));
        Assert.Null(new SlackAction.Say("half \uD83D").Button("Label", 1));
        Assert.Null(SlackAction.Read("say:1", "half \uD83D"));
        Assert.Null(new SlackAction.Say("faq").Button("\u200B", 1));
        Assert.Null(new SlackAction.Say("faq").Button("Label", 100));
    }

    private static void AssertTravels(string id, string? value, SlackAction action, int number)
    {
        var button = action.Button("Label", number);

        Assert.Equal((id, value), (button?.ActionId, button?.Value));
        Assert.Equal(action, SlackAction.Read(id, value));
    }
}
