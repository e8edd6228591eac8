using MLCareerBot.Worker.Setup;
using MLCareerBot.Worker.Trials;

namespace MLCareerBot.Tests.Worker.Trials;

public sealed class QuestionFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Columns_Are_Found_By_Their_Names()
    {
        var question = Assert.Single(Read("\uFEFFafter\tQuestion\tid\texpect \tkind\r\nhello\thow long\tq7\ttime | -\tplain\r\n"));

        Assert.Equal(("how long", "hello", "plain", 2), (question.Question, question.After, question.Kind, question.Line));
        Assert.Equal(["time", ""], question.Expect);
    }

    [Fact]
    public void Two_Columns_Are_Enough()
    {
        var question = Assert.Single(Read("expect\tquestion\n\n-\thow long"));

        Assert.Equal((null, "question", 3), (question.After, question.Kind, question.Line));
        Assert.Equal([""], question.Expect);
    }

    [Theory]
    [InlineData("", "The file is empty; begin it with a header of the columns expect and question.")]
    [InlineData("a\tquestion\n", "1: The header has no column 'expect'; it needs expect and question, and may have after, kind and id, separated by tabs.")]
    public void A_File_Without_A_Header_Is_Refused(string text, string message)
    {
        Assert.EndsWith(message, Assert.Throws<SetupException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_File_That_Is_No_Text_Is_Refused()
    {
        File.WriteAllBytes(_path, [0x65, 0xFF, 0xFE]);

        Assert.EndsWith("The file is not UTF-8; save it as UTF-8.", Assert.Throws<SetupException>(() => QuestionFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<MLCareerBot.Knowledge.Pack.GoldenQuestion> Read(string text)
    {
        File.WriteAllText(_path, text);
        return QuestionFile.Read(_path);
    }
}
