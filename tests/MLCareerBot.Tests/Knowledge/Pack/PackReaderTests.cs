using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Knowledge.Pack;

public sealed class PackReaderTests : IDisposable
{
    private readonly TinyPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Fact]
    public void A_Complete_Pack_Has_No_Faults()
    {
        Assert.Empty(_pack.Faults());
    }

    [Fact]
    public void A_Topic_Is_Read_Whole()
    {
        var topic = _pack.Read().Pack!.FindTopic("bread")!;

        Assert.Equal("What does a baker bake?", topic.Question);
        Assert.Equal("craft", topic.Group);
        Assert.Equal(12, topic.Phrasings.Count);
        Assert.Equal(["A", "B"], topic.Sources);
        Assert.Equal(["oven"], topic.Related);
        Assert.Equal(["and bread"], topic.FollowUps);
        Assert.Equal(new DateOnly(2026, 11, 21), topic.Reviewed);
    }

    [Fact]
    public void An_Answer_Is_Read_As_Paragraphs_Bullets_And_Steps()
    {
        var answer = _pack.Read().Pack!.FindTopic("bread")!.Answer;

        Assert.Equal("Mostly bread.", Assert.IsType<AnswerBlock.Paragraph>(answer[0]).Text);
        Assert.Equal(["Rye", "Wheat"], Assert.IsType<AnswerBlock.Bullets>(answer[1]).Items);
        Assert.Equal(["Knead it.", "Bake it, slowly."], Assert.IsType<AnswerBlock.Steps>(answer[2]).Items);
    }

    [Fact]
    public void Every_Other_File_Is_Read()
    {
        var pack = _pack.Read().Pack!;

        Assert.Equal(("Baking", "baker"), (pack.Name, pack.Role));
        Assert.Equal(new TopicGroup("craft", "The craft"), pack.Groups[0]);
        Assert.Equal(new Source("B", "On cake", "May 2020", "Cake.", "Bread."), pack.Sources[1]);
        Assert.Equal("Good morning.", pack.FindIntent("hello")!.Reply);
        Assert.Equal("tip", pack.FindIntent("daily-tip")!.Command);
        Assert.Equal(["butcher", "sausage"], pack.OutsideSubjects[0].Terms);
        Assert.Equal("early", pack.Comparisons[0].Rows[0].Ours);
        Assert.Equal("A1", pack.Tips[0].Step);
        Assert.Equal(["loaf", "loaves"], pack.Synonyms[0].For);
    }

    [Fact]
    public void Figures_Skills_And_Steps_Are_Read()
    {
        var pack = _pack.Read().Pack!;

        Assert.True(pack.Facts[0].Volatile);
        Assert.Equal("£20,000", pack.Facts[0].Value);
        Assert.Equal(["wage"], pack.Views[0].Facts);
        Assert.Equal("bread", pack.Views[1].Topic);
        Assert.Equal(SkillMark.Named, pack.Skills[0].Marks["A"]);
        Assert.Equal("by hand", pack.Skills[0].Notes["A"]);
        Assert.Equal("Dough takes its time.", pack.Skills[1].About);
        Assert.Equal("A1", pack.Roadmap.Paths[0].Steps[0].Id);
        Assert.True(pack.Roadmap.Durations[1].Derived);
    }

    [Fact]
    public void A_Golden_Question_Names_What_It_Expects_And_What_Came_Before()
    {
        var golden = _pack.Read().Pack!.GoldenQuestions[1];

        Assert.Equal(["hello", ""], golden.Expect);
        Assert.Equal("what do bakers make", golden.After);
        Assert.Equal(3, golden.Line);
    }

    [Fact]
    public void All_Faults_Of_All_Files_Are_Reported_At_Once_And_In_Order()
    {
        _pack.Replace("tips.yaml", "step: A1", "step: A7")
            .Replace("facts.yaml", "currency: GBP", "currency: pounds")
            .Replace("facts.yaml", "source: B", "source: C")
            .Replace("topics/oven.md", "group: craft", "grup: craft")
            .Delete("synonyms.yaml");

        var reading = _pack.Read();

        Assert.Null(reading.Pack);
        Assert.Equal(
            "facts.yaml:7, facts.yaml:10, synonyms.yaml:0, tips.yaml:4, topics/oven.md:2, topics/oven.md:3",
            string.Join(", ", reading.Faults.Select(fault => $"{fault.File}:{fault.Line}")));
    }

    [Fact]
    public void A_File_That_Cannot_Be_Read_Is_Not_Blamed_On_Those_That_Mention_It()
    {
        _pack.Replace("pack.yaml", "name: Baking", "name: [Baking");

        Assert.Equal("pack.yaml", Assert.Single(_pack.Faults()).File);
    }

    [Fact]
    public void A_File_With_Very_Many_Faults_Names_The_First_Hundred()
    {
        _pack.Write("tips.yaml", string.Concat(Enumerable.Repeat("- no tip\n", 500)));

        Assert.Equal(101, _pack.Faults().Count);
        Assert.Contains("more than 100 faults", _pack.Faults()[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Missing_Folder_Is_A_Fault()
    {
        var fault = Assert.Single(PackReader.Read(_pack.PathOf("nowhere")).Faults);

        Assert.Contains("does not exist", fault.Message, StringComparison.Ordinal);
    }
}
