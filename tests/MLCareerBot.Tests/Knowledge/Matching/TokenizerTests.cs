using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("How much do ML engineers EARN?", "how much do ml engineers earn")]
    [InlineData("it's what's-his-name’s", "its whats his names")]
    [InlineData("33,500 openings", "0 openings")]
    [InlineData("C++ or C#, not C", "cplusplus or csharp not c")]
    [InlineData("<@U04MLEBOT> hi <#C1|general> there", "hi there")]
    [InlineData("@mlebot see https://evil.example/x?y=1 now", "see now")]
    [InlineData("5 < 6 and a > b", "0 and a b")]
    [InlineData("no no no", "no")]
    [InlineData("💰💰 pay?", "💰 pay")]
    [InlineData("👩‍🔬 lab 👍🏽", "👩 🔬 lab 👍")]
    [InlineData("ｆｕｌｌ ﬁ", "full fi")]
    [InlineData("", "")]
    [InlineData("?!... --", "")]
    public void Reads_Messages_As_Lower_Case_Words(string message, string words) => Assert.Equal(words, Read(message));

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("half \udca9 pair")]
    [InlineData("\uFFFE no character \uFDD0 \uFFFF")]
    [InlineData("\u202Eabc\u0000def\u0007")]
    [InlineData("<@unclosed and @")]
    public void Hostile_Characters_Do_No_Harm(string message) => Assert.DoesNotContain(Read(message), char.IsControl);

    [Fact]
    public void A_Message_Beyond_Any_Question_Is_Read_From_Its_Beginning()
    {
        var words = Read("salary " + new string('x', 100_000) + string.Concat(Enumerable.Repeat(" word", 50_000)));

        Assert.StartsWith("salary x", words, StringComparison.Ordinal);
        Assert.True(words.Length < 2_048);
    }

    private static string Read(string message)
    {
        var words = new WordBuffer();
        Tokenizer.Read(message, words);
        return words.Text.ToString();
    }
}
