using MLCareerBot.Features.Feedback;

namespace MLCareerBot.Tests.Features.Feedback;

/// <summary>What may say who somebody is does not reach the store.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("ask <@123456789012345678> or <@!42>", "ask … or …")]
    [InlineData("<@U012AB3CD> said in <#C012AB3CD|general> and <!subteam^S1|crew>", "… said in … and …")]
    [InlineData("@ana.berg said so", "… said so")]
    [InlineData("write to ana.berg+jobs@example.co.uk please", "write to … please")]
    [InlineData("see https://example.com/me?id=7 and www.example.org/x", "see … and …")]
    [InlineData("my page is anaberg.dev/cv", "my page is …")]
    [InlineData("call +49 (30) 123-456-78", "call …")]
    [InlineData("my id is 80351110224678912", "my id is …")]
    [InlineData("ticket 12345", "ticket …")]
    [InlineData("workspace T0123456789", "workspace …")]
    [InlineData("token xoxb0123456789abcdefghijklmnopqrstuv", "token …")]
    public void What_Names_Somebody_Is_Left_Out(string text, string kept) => Assert.Equal(kept, Redaction.Of(text, 1_000));

    [Theory]
    [InlineData("IMPORTANT: is PRODUCTION experience needed?")]
    [InlineData("is $112,430 a year right for 2026?")]
    [InlineData("C++ or Python 3.12, 100k, 23% by 2032")]
    [InlineData("what is an A/B test @ work")]
    [InlineData("TensorFlow vs. PyTorch: which one?")]
    public void What_Names_Nobody_Stays(string text) => Assert.Equal(text, Redaction.Of(text, 1_000));

    [Theory]
    [InlineData("one\ntwo\u202Ethree", "one twothree")]
    [InlineData("abcdefgh", "abcde…")]
    [InlineData("abcd😀fgh", "abcd…")]
    [InlineData(" \n ", "")]
    public void It_Is_One_Line_Of_Limited_Length(string text, string kept) => Assert.Equal(kept, Redaction.Of(text, 5 + (text.Length > 9 ? 100 : 0)));
}
