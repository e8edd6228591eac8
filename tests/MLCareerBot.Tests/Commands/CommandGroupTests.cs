using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using Moq;

namespace MLCareerBot.Tests.Commands;

/// <summary>Verbs of two words, tried with a group that the menu does not have.</summary>
public sealed class CommandGroupTests : IDisposable
{
    private static readonly CommandOption Time = new("time", "when the timer rings") { TakesText = true };

    private readonly TestBot _bot = new(services =>
    {
        Add(services, new("timer on", "Starts the timer.", _ => [Time], "timer on 8:30"));
        Add(services, new("timer off", "Stops the timer.", _ => []));
        Add(services, new("timer status", "Shows the timer.", _ => []));
        Add(services, new("clock", "Shows the time.", _ => []));
        Add(services, new("clock set", "Sets the clock.", _ => []));
    });

    [Theory]
    [InlineData("timer on", "timer on")]
    [InlineData("Timer  ON 8:30", "timer on")]
    [InlineData("timer off!", "timer off")]
    [InlineData("/career timer status", "timer status")]
    [InlineData("clock", "clock")]
    [InlineData("clock set", "clock set")]
    public async Task The_Longest_Verb_That_Fits_Is_Meant(string text, string verb) =>
        Assert.Equal(verb, (await _bot.SayAsync(text)).Title);

    [Fact]
    public async Task With_Fields_The_Verb_Is_Both_Words() =>
        Assert.Equal("timer on", (await _bot.CommandAsync("timer on", ("time", "8:30"))).Title);

    [Theory]
    [InlineData("timer")]
    [InlineData("Timer?")]
    [InlineData("/timer")]
    public async Task The_First_Word_Alone_Names_The_Seconds(string text)
    {
        var reply = await _bot.SayAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.Equal("Say `timer on`, `timer off` or `timer status`.", Assert.IsType<ReplyBlock.Paragraph>(Assert.Single(reply.Blocks)).Text);
        Assert.Equal(["timer on", "timer off", "timer status"], reply.FollowUps.Select(next => next.Says));
    }

    [Theory]
    [InlineData("timer onn", "timer on")]
    [InlineData("timer sttaus", "timer status")]
    [InlineData("tmier off", "timer off")]
    [InlineData("timer plugh", "timer on")]
    [InlineData("tmier", "timer on")]
    [InlineData("clokc", "clock")]
    [InlineData("clokc ste", "clock set")]
    public async Task A_Slip_In_Either_Word_Is_Guessed(string text, string verb)
    {
        var reply = await _bot.CommandAsync(text);

        Assert.True(reply.IsPrivate);
        Assert.Equal(verb, reply.FollowUps[0].Says);
    }

    [Theory]
    [InlineData("timer for beginners")]
    [InlineData("timer off the record")]
    [InlineData("timer onn")]
    public void In_Plain_Words_Anything_Else_Is_A_Question(string text)
    {
        var reading = CommandLine.Read(new(new("test", "general"), new("ana"), text), _bot.Table);

        Assert.Equal(text, Assert.IsType<CommandReading.Call>(reading).Value["question"]);
    }

    [Fact]
    public async Task Help_Explains_One_Of_Them() =>
        Assert.Contains("timer on 8:30", (await _bot.SayAsync("help timer on")).AllText(), StringComparison.Ordinal);

    public void Dispose() => _bot.Dispose();

    private static void Add(IServiceCollection services, CommandEntry entry)
    {
        var handler = new Mock<ICommandHandler>();
        handler.Setup(mock => mock.HandleAsync(It.IsAny<CommandCall>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((CommandCall call, CancellationToken _) => new(call.Command.Name));
        services.AddSingleton(entry).AddKeyedSingleton(entry.FullName, handler.Object);
    }
}
