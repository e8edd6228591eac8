using MLCareerBot.Commands;
using MLCareerBot.Discord.Commands;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Commands;

public sealed class AutocompletionTests
{
    private static readonly CommandChoice[] Zones = [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => new CommandChoice(zone.Id, zone.Id))];

    [Theory]
    [InlineData("berl", "Europe/Berlin")]
    [InlineData("new y", "America/New_York")]
    [InlineData("NEW_YORK", "America/New_York")]
    [InlineData("são paulo", "America/Sao_Paulo")]
    [InlineData("berlni", "Europe/Berlin")]
    [InlineData("paris eu", "Europe/Paris")]
    public void A_Zone_Is_Found_By_Its_Town(string typed, string zone) => Assert.Equal(zone, Autocompletion.For(Zones, typed)[0].Value);

    [Fact]
    public void The_Better_Something_Fits_The_Earlier_It_Stands()
    {
        var choices = Choices("A salary guide", "Zalary", "Presalary talk", "Salary", "Cooking", "Salary levels");

        Assert.Equal(["Salary", "Salary levels", "A salary guide", "Presalary talk", "Zalary"], Names(Autocompletion.For(choices, "salary")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?")]
    [InlineData("\u0000")]
    public void Before_Anything_Is_Typed_The_First_Are_Offered(string typed) =>
        Assert.Equal(Enumerable.Range(1, 25).Select(number => $"n{number}"), Names(Autocompletion.For(Choices([.. Enumerable.Range(1, 30).Select(number => $"n{number}")]), typed)));

    [Theory]
    [InlineData("xylophone")]
    [InlineData("日本")]
    public void What_Fits_Nothing_Is_Offered_Nothing(string typed) => Assert.Empty(Autocompletion.For(Choices("Salary", "Skills"), typed));

    [Fact]
    public void A_Topic_Is_Offered_By_Its_Question_And_Sent_By_Its_Id()
    {
        using var bot = new TestBot();
        var topic = OptionOf(bot, "faq", "topic");

        Assert.Equal(
            new CommandChoice("How much do machine learning engineers earn?", "salary"),
            Autocompletion.For(Candidates.For(topic, RealKnowledge.Pack), "how much do machine learning eng")[0]);
        Assert.Contains("vs-data-scientist", Autocompletion.For(Candidates.For(topic, RealKnowledge.Pack), "vs data").Select(choice => choice.Value));
    }

    [Fact]
    public void A_Question_Is_Offered_As_It_Is_And_A_Skill_By_Its_Name()
    {
        using var bot = new TestBot();

        Assert.Equal(
            new CommandChoice("How much mathematics do I need?", "How much mathematics do I need?"),
            Autocompletion.For(Candidates.For(OptionOf(bot, "ask", "question"), RealKnowledge.Pack), "how much math")[0]);
        Assert.Equal("Python", Autocompletion.For(Candidates.For(OptionOf(bot, "skills", "name"), RealKnowledge.Pack), "pyhton")[0].Value);
    }

    [Fact]
    public void Names_And_Values_Stay_Within_A_Hundred_Characters()
    {
        var option = new CommandOption("x", "x") { Choices = [new string('a', 101), new string('b', 100)] };

        Assert.Equal([new(new string('b', 100), new string('b', 100))], Candidates.For(option, RealKnowledge.Pack));
    }

    private static CommandOption OptionOf(TestBot bot, string verb, string option) =>
        bot.Table.Commands.Single(command => command.Name == verb).Options.Single(other => other.Name == option);

    private static CommandChoice[] Choices(params string[] names) => [.. names.Select(name => new CommandChoice(name, name))];

    private static IEnumerable<string> Names(IEnumerable<CommandChoice> choices) => choices.Select(choice => choice.Name);
}
