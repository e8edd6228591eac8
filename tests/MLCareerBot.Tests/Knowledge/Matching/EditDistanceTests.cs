using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Tests.Knowledge.Matching;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("salary", "salary", 0)]
    [InlineData("salary", "salry", 1)]
    [InlineData("salary", "sallary", 1)]
    [InlineData("salary", "salaty", 1)]
    [InlineData("what", "waht", 1)]
    [InlineData("network", "netwrko", 2)]
    [InlineData("abc", "xyz", 3)]
    public void Counts_Insertions_Deletions_Replacements_And_Swaps(string left, string right, int edits)
    {
        Assert.Equal(edits, EditDistance.Between(left, right, most: 3));
        Assert.Equal(edits, EditDistance.Between(right, left, most: 3));
    }

    [Fact]
    public void Says_One_More_Than_The_Most_When_There_Are_More() =>
        Assert.Equal(2, EditDistance.Between("abcdef", "uvwxyz", most: 1));
}
