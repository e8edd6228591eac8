using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Commands;

public sealed class NearNameTests
{
    private static readonly string[] Names = ["annual", "hourly", "r", "java", "scikit-learn", "Deep learning"];

    [Theory]
    [InlineData("Annual", "annual")]
    [InlineData("anual", "annual")]
    [InlineData("houlry", "hourly")]
    [InlineData("scikit learn", "scikit-learn")]
    [InlineData("SCIKIT_LEARN", "scikit-learn")]
    [InlineData("deep lerning", "Deep learning")]
    [InlineData("\"deep learning\"?", "Deep learning")]
    [InlineData("r", "r")]
    public void A_Slip_Is_Forgiven(string typed, string meant) => Assert.Equal(meant, NearName.Find(typed, Names));

    [Theory]
    [InlineData("c")]
    [InlineData("rs")]
    [InlineData("javascript")]
    [InlineData("annual a")]
    [InlineData("deep")]
    [InlineData("")]
    [InlineData("?!")]
    public void Another_Word_Is_Not(string typed) => Assert.Null(NearName.Find(typed, Names));

    [Fact]
    public void Guesses_Come_Nearest_First() =>
        Assert.Equal(["tip", "tips"], NearName.Guess("tipp", ["salary", "tips", "tip"], 3).Order(StringComparer.Ordinal));
}
