using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("salary", "salary")]
    [InlineData("salary hourly", "salary view=hourly")]
    [InlineData("Salary  Hourly", "salary view=hourly")]
    [InlineData("  salary \t hourly \n", "salary view=hourly")]
    [InlineData("salary hourly?", "salary view=hourly")]
    [InlineData("SALARY view:hourly", "salary view=hourly")]
    [InlineData("salary VIEW: hourly", "salary view=hourly")]
    [InlineData("salary hourlly", "salary view=hourly")]
    [InlineData("/salary hourly", "salary view=hourly")]
    [InlineData("/career salary hourly", "salary view=hourly")]
    [InlineData("/CAREER  salary hourly", "salary view=hourly")]
    [InlineData("sources!", "sources")]
    [InlineData("skills python", "skills name=Python")]
    [InlineData("skills pyhton", "skills name=Python")]
    [InlineData("skills deep learning", "skills name=deep-learning")]
    [InlineData("skills name:version control", "skills name=Version control")]
    [InlineData("roadmap 2 A", "roadmap step=2 source=A")]
    [InlineData("roadmap a 2", "roadmap step=2 source=A")]
    [InlineData("roadmap step:2 source:A", "roadmap step=2 source=A")]
    [InlineData("roadmap source:c 1", "roadmap step=1 source=C")]
    [InlineData("roadmap c", "roadmap source=C")]
    [InlineData("faq salary-factors", "faq topic=salary-factors")]
    [InlineData("faq salary factors", "faq topic=salary-factors")]
    [InlineData("faq career-fit", "faq group=career-fit")]
    [InlineData("faq salary", "faq topic=salary")]
    [InlineData("faq group:salary", "faq group=salary")]
    [InlineData("ask salary hourly", "ask question=salary hourly")]
    [InlineData("ask question: what is  it", "ask question=what is it")]
    [InlineData("ask is this a question: yes or no", "ask question=is this a question: yes or no")]
    [InlineData("ask is this true", "ask question=is this true")]
    [InlineData("ask how much do they earn share:true", "ask question=how much do they earn share=true")]
    [InlineData("ask Share:yes how much do they earn", "ask question=how much do they earn share=yes")]
    [InlineData("ask question: what is it share:no", "ask question=what is it share=no")]
    [InlineData("ask true", "ask question=true")]
    [InlineData("ask should i share: yes or no", "ask question=should i share: yes or no")]
    [InlineData("ask do they share:everything", "ask question=do they share:everything")]
    [InlineData("tip share:true", "tip share=true")]
    [InlineData("tip portfolio share:yes", "tip topic=portfolio share=yes")]
    [InlineData("tip role-own-words", "tip topic=role-own-words")]
    [InlineData("compare data scientist", "compare role=data-scientist")]
    [InlineData("help salary", "help verb=salary")]
    public void A_Verb_Whose_Rest_Fits_Is_A_Command(string text, string expected) =>
        Assert.Equal(expected, Describe(Read(text)));

    [Theory]
    [InlineData("skills needed for mle")]
    [InlineData("help me find a job")]
    [InlineData("salary for ml engineers?")]
    [InlineData("compare ml engineer and data scientist")]
    [InlineData("tip of the day")]
    [InlineData("outlook for the next ten years")]
    [InlineData("roadmap for a beginner")]
    [InlineData("roadmap 2 A 3")]
    [InlineData("salary hourly annual")]
    [InlineData("sources of bias in models")]
    [InlineData("faq about the money")]
    [InlineData("slary")]
    [InlineData("tip true")]
    [InlineData("career salary")]
    [InlineData("career-administration")]
    public void Anything_Else_Is_A_Question(string text) =>
        Assert.Equal($"ask question={text}", Describe(Read(text)));

    [Theory]
    [InlineData("salary view:nonsense")]
    [InlineData("roadmap step:99")]
    [InlineData("compare ROLE:nurse")]
    public void An_Option_By_Name_Makes_A_Command_Whatever_Its_Value(string text) => Assert.Equal("WrongOptions", Describe(Read(text)));

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("/")]
    [InlineData("/career")]
    [InlineData("/career  ")]
    public void No_Words_Ask_For_Help(string text) => Assert.Equal("help", Describe(Read(text)));

    [Theory]
    [InlineData("faq about the money", "faq topic=about the money")]
    [InlineData("faq salary now", "faq topic=salary now")]
    [InlineData("faq what does the future hold", "faq topic=what does the future hold")]
    [InlineData("faq topic:salary now", "faq topic=salary now")]
    [InlineData("faq what pays group:salary", "faq topic=what pays group=salary")]
    [InlineData("skills kubernetes", "skills name=kubernetes")]
    [InlineData("skills name:some unknown thing", "skills name=some unknown thing")]
    public void A_Slash_Command_Takes_Free_Text_Where_An_Option_Allows_It(string text, string expected)
    {
        Assert.Equal(expected, Describe(Read(text, isCommand: true)));
        Assert.Equal(expected, Describe(Read($"/{text}")));
    }

    [Theory]
    [InlineData("salary nonsense", "salary")]
    [InlineData("salary hourly annual", "salary")]
    [InlineData("salary view:hourly view:annual", "salary")]
    [InlineData("outlook 2030", "outlook")]
    [InlineData("sources please", "sources")]
    [InlineData("ask", "ask")]
    [InlineData("skills name:", "skills")]
    [InlineData("ask share:true", "ask")]
    [InlineData("tip true", "tip")]
    [InlineData("tip share:maybe", "tip")]
    public void A_Slash_Command_With_Wrong_Options_Is_A_Mistake(string text, string verb)
    {
        var reading = Assert.IsType<CommandReading.WrongOptions>(Read(text, isCommand: true));

        Assert.Equal(verb, reading.Command.Name);
    }

    [Fact]
    public void A_Verb_Alone_That_Needs_More_Is_A_Mistake_Even_In_Plain_Words() =>
        Assert.IsType<CommandReading.WrongOptions>(Read("ask"));

    [Theory]
    [InlineData("slary")]
    [InlineData("how much do they earn")]
    public void A_Slash_Command_Is_Never_A_Question_By_Accident(string text)
    {
        Assert.IsType<CommandReading.UnknownVerb>(Read(text, isCommand: true));
        Assert.IsType<CommandReading.UnknownVerb>(Read($"/career {text}"));
    }

    [Theory]
    [InlineData("salary ")]
    [InlineData("skills name:")]
    [InlineData("/faq ")]
    [InlineData("ask question:")]
    public void Very_Long_Messages_Are_Read_Without_Complaint(string start) =>
        Assert.NotNull(Read(start + string.Concat(Enumerable.Repeat("data: ", 20_000))));

    public void Dispose() => _bot.Dispose();

    private CommandReading Read(string text, bool isCommand = false) => CommandLine.Read(
        new ChatRequest(new("test", "general"), new("ana"), text) { IsCommand = isCommand }, _bot.Table);

    private static string Describe(CommandReading reading) => reading is CommandReading.Call(var call)
        ? string.Join(' ', call.Command.Options
            .Where(option => call[option.Name] is not null)
            .Select(option => $"{option.Name}={call[option.Name]}")
            .Prepend(call.Command.Name))
        : reading.GetType().Name;
}
