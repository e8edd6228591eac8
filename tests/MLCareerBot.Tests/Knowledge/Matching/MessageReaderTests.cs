using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class MessageReaderTests
{
    private readonly MessageReader _reader = new(
        new PhraseTable([("machine learning engineer", "mle"), ("ml engineer", "mle"), ("💰", "salary")]), ["kubernetes"]);

    public MessageReaderTests() => _reader.ReadTraining(
        ["how much does a machine learning engineer earn", "what frameworks do you use", "hello bot", "is the network good"]);

    [Theory]
    [InlineData("what does a Machine Learning Engineer do", "what does a mle do")]
    [InlineData("wat r u gonna earn", "what are you going to earn")]
    [InlineData("is R a language", "is r a language")]
    [InlineData("💰 ml engineer 🎈", "salary mle")]
    public void Spells_Out_Slang_And_Merges_Synonyms(string message, string words) => Assert.Equal(words, Read(message));

    [Theory]
    [InlineData("machine lerning enginer", "mle")]
    [InlineData("waht framewroks", "what frameworks")]
    [InlineData("helo", "hello")]
    [InlineData("netwrok", "network")]
    public void Mends_Typing_Mistakes(string message, string words) => Assert.Equal(words, Read(message));

    [Theory]
    [InlineData("java")]
    [InlineData("kubernetes")]
    [InlineData("hollow")]
    [InlineData("xyzzyplugh")]
    public void Leaves_Words_That_Are_Right_Or_Unlike_Any(string message) => Assert.Equal(message, Read(message));

    private string Read(string message)
    {
        var scratch = new QueryScratch();
        _reader.Read(message, scratch);
        return scratch.Words.Text.ToString();
    }
}
