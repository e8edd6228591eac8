using System.Text.Json;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class AskVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_Question_Is_Answered_From_The_Shipped_Pack_In_Any_Folder()
    {
        var ran = await _program.RunAsync("ask", "How much do machine learning engineers earn?");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("$112,430", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\nSource: ", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', ran.Output);
    }

    [Fact]
    public async Task Programs_Get_One_Object()
    {
        var ran = await _program.RunAsync("ask", "How much do machine learning engineers earn?", "--json");

        var reply = JsonDocument.Parse(Assert.Single(ran.Lines)).RootElement;
        Assert.Equal(
            ["question", "outcome", "topic", "suggestions", "title", "text", "sources"],
            reply.EnumerateObject().Select(property => property.Name));
        Assert.Equal("How much do machine learning engineers earn?", reply.GetProperty("question").GetString());
        Assert.Equal("answer", reply.GetProperty("outcome").GetString());
        Assert.Equal("salary", reply.GetProperty("topic").GetString());
        Assert.Contains("$112,430", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, reply.GetProperty("sources").ValueKind);
    }

    [Theory]
    [InlineData("@bot what does it pay")]
    [InlineData("[suggest] $(id) `ls` ; é 👍")]
    [InlineData("- is a dash")]
    [InlineData("skills")]
    public async Task Whatever_Stands_There_Is_The_Question(string question)
    {
        var ran = await _program.RunAsync("ask", "--json", question);

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(question, JsonDocument.Parse(Assert.Single(ran.Lines)).RootElement.GetProperty("question").GetString());
    }
}
