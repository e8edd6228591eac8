using MLCareerBot.Chat;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Skills;

public sealed class SkillsTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public async Task The_Matrix_Has_A_Row_For_Each_Skill_And_A_Column_For_Each_Source()
    {
        var reply = await _bot.SayAsync("skills");

        var table = reply.Blocks.OfType<ReplyBlock.Table>().Single();
        Assert.Equal(["Skill", .. RealKnowledge.Pack.Sources.Select(source => source.Id)], table.Header);
        Assert.Equal(RealKnowledge.Pack.Skills.Select(skill => skill.Name), table.Rows.Select(row => row[0]));
        Assert.All(table.Rows, row => Assert.Equal(table.Header.Count, row.Count));
        Assert.All(table.Rows.SelectMany(row => row.Skip(1)), mark => Assert.True(mark is "●" or "○" or "–"));
        Assert.Contains('○', reply.Blocks.OfType<ReplyBlock.Note>().Single().Text);
        Assert.Equal("skills", reply.Outcome?.Topic);
    }

    [Fact]
    public async Task The_Marks_Are_The_Packs()
    {
        var table = (await _bot.SayAsync("skills")).Blocks.OfType<ReplyBlock.Table>().Single();

        foreach (var (skill, row) in RealKnowledge.Pack.Skills.Zip(table.Rows))
        {
            Assert.Equal(
                RealKnowledge.Pack.Sources.Select(source => skill.Marks[source.Id] switch { SkillMark.Named => "●", SkillMark.Mentioned => "○", _ => "–" }),
                row.Skip(1));
        }
    }

    [Theory]
    [InlineData("skills python", "Python")]
    [InlineData("skills PY", "Python")]
    [InlineData("skills pyhton", "Python")]
    [InlineData("skills name:sklearn", "scikit-learn")]
    [InlineData("skills stats?", "Statistics")]
    public async Task One_Skill_Is_Found_By_Name_Alias_Or_Near_Spelling(string text, string name)
    {
        var skill = RealKnowledge.Pack.Skills.First(skill => skill.Name == name);

        var reply = await _bot.SayAsync(text);

        Assert.Equal(name, reply.Title);
        Assert.Equal(skill.Topic, reply.Outcome?.Topic);
        Assert.Contains(new ReplyBlock.Paragraph(skill.About), reply.Blocks);
        Assert.True(skill.Learn is null || reply.Blocks.Contains(new ReplyBlock.Paragraph(skill.Learn)));
        Assert.Equal(
            skill.Marks.Where(mark => mark.Value != SkillMark.Absent).Select(mark => mark.Key).Order(StringComparer.Ordinal),
            reply.Sources.Select(source => source.Id));
        Assert.Contains($"faq {skill.Topic}", reply.FollowUps.Select(next => next.Says));
    }

    [Fact]
    public async Task Notes_Stand_With_Their_Source()
    {
        var skill = RealKnowledge.Pack.Skills.First(skill => skill.Notes.Count > 0);
        var (source, note) = skill.Notes.First();

        var lines = (await _bot.SayAsync($"skills {skill.Name}")).Blocks.OfType<ReplyBlock.BulletList>().Single().Items;

        Assert.Contains(lines, line => line.StartsWith($"{source}:", StringComparison.Ordinal) && line.Contains(note, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Skill_That_No_Source_Names_Is_An_Honest_No()
    {
        var reply = await _bot.CommandAsync("skills plughology");

        Assert.Equal(OutcomeKind.Abstain, reply.Outcome?.Kind);
        Assert.Empty(reply.Sources);
        Assert.Contains("skills", reply.FollowUps.Select(next => next.Says));
        Assert.DoesNotContain("plugh", reply.AllText(), StringComparison.Ordinal);
    }

    public void Dispose() => _bot.Dispose();
}
