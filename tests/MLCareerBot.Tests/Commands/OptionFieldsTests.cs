using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Commands;

public sealed class OptionFieldsTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("salary", "view", "hourly", "hourly")]
    [InlineData("salary", "view", " Hourlly ", "hourly")]
    [InlineData("skills", "name", "pyhton", "Python")]
    [InlineData("skills", "name", "version control", "Version control")]
    [InlineData("skills", "name", " some  unknown thing ", "some  unknown thing")]
    [InlineData("ask", "question", "salary view:hourly share:true", "salary view:hourly share:true")]
    [InlineData("ask", "question", "/career-admin status", "/career-admin status")]
    [InlineData("faq", "topic", "how much\ndo they earn", "how much\ndo they earn")]
    public void A_Choice_Is_Mended_And_Text_Is_Kept_As_Given(string verb, string option, string given, string read)
    {
        var call = Assert.IsType<CommandReading.Call>(Read(verb, (option, given))).Value;

        Assert.Equal(verb, call.Command.Name);
        Assert.Equal([new KeyValuePair<string, string>(option, read)], call.Options);
    }

    [Fact]
    public void Empty_Fields_Are_Fields_Not_Filled_In()
    {
        var call = Assert.IsType<CommandReading.Call>(Read("roadmap", ("step", ""), ("source", " \n"))).Value;

        Assert.Empty(call.Options);
    }

    [Theory]
    [InlineData("salary", "view", "nonsense")]
    [InlineData("salary", "VIEW", "hourly")]
    [InlineData("salary", "plugh", "hourly")]
    [InlineData("salary", "plugh", "")]
    [InlineData("sources", "view", "hourly")]
    [InlineData("ask", "question", "  ")]
    [InlineData("ask", "share", "true")]
    public void What_Does_Not_Fit_The_Verb_Gets_Its_Usage(string verb, string option, string given) =>
        Assert.Equal(verb, Assert.IsType<CommandReading.WrongOptions>(Read(verb, (option, given))).Command.Name);

    [Theory]
    [InlineData("slary")]
    [InlineData("salary hourly")]
    public void The_Verb_Stands_Alone(string verb) =>
        Assert.Equal("salary", Assert.IsType<CommandReading.UnknownVerb>(Read(verb)).Near[0].Name);

    [Fact]
    public async Task A_Feature_Behind_A_Question_Is_Reached_Without_Its_Fields()
    {
        var reply = await _bot.CommandAsync("ask", ("question", "give me a tip"));

        Assert.Equal("daily-tip", reply.Outcome?.Topic);
        Assert.False(reply.IsPrivate);
    }

    public void Dispose() => _bot.Dispose();

    private CommandReading Read(string verb, params (string Name, string Value)[] fields) => CommandLine.Read(
        new ChatRequest(new("test", "general"), new("ana"), verb) { Options = TestBot.FieldsOf(fields) }, _bot.Table);
}
