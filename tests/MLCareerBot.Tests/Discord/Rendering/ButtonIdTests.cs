using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Tests.Discord.Rendering;

public sealed class ButtonIdTests
{
    public static TheoryData<string> Hostile =>
    [
        "", " ", "v1:", "v1:say", "v1:say:", "v1:say: faq", "v1:say:faq ", "v1:say:faq\n", "v1:say:\u202Efaq", "V1:say:faq", "v2:say:faq", "v1:run:faq", "v1:share:",
        " v1:say:faq", "t:", "t:a b", "t:a:b", "t:ä", "T:a", "say:faq", "{\"v1\":\"say\"}", "v1:say:" + new string('a', 94), "t:" + new string('a', 61),
    ];

    [Fact]
    public void Ids_Are_Short_And_Come_Back_As_They_Were()
    {
        AssertTravels("v1:say:faq salary", new ButtonId.Say("faq salary"));
        AssertTravels("v1:share:roadmap 2 A", new ButtonId.Share("roadmap 2 A"));
        AssertTravels("t:2026-11-21.abc", new ButtonId.Tip("2026-11-21.abc"));
        AssertTravels("v1:say:v1:share:t:x", new ButtonId.Say("v1:share:t:x"));
        AssertTravels("v1:say:" + new string('a', 93), new ButtonId.Say(new string('a', 93)));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Other_Ids_Mean_Nothing(string id) => Assert.Null(ButtonId.Read(id));

    [Fact]
    public void What_Would_Not_Come_Back_Is_Not_Written()
    {
        Assert.Null(new ButtonId.Say(new string('a', 94)).Write());
        Assert.Null(new ButtonId.Say(" faq").Write());
        Assert.Null(new ButtonId.Share("").Write());
        Assert.Null(new ButtonId.Tip("a b").Write());
        Assert.Null(new ButtonId.Say("half \uD83D").Write());
        Assert.Null(ButtonId.Read(null));
    }

    private static void AssertTravels(string id, ButtonId button)
    {
        Assert.Equal(id, button.Write());
        Assert.Equal(button, ButtonId.Read(id));
    }
}
