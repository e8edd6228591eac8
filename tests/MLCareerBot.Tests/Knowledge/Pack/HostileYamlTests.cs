using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>Files made to kill the reader. That the whole class is done in a moment is the point of it.</summary>
public sealed class HostileYamlTests : IDisposable
{
    private readonly TinyPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Theory]
    [InlineData("[", 20_000)]
    [InlineData("{", 20_000)]
    [InlineData("{a: ", 200_000)]
    [InlineData("[]", 20_000)]
    [InlineData("[", 1_048_576)]
    public void Very_Many_Brackets_In_A_Line(string piece, int times) =>
        Refuses(Repeat(piece, times), 1, "brackets open in this line");

    [Theory]
    [InlineData("[\n", 20_000, 33)]
    [InlineData("{a:\n", 20_000, 32)]
    [InlineData("['[', ']',\n", 20_000, 32)]
    [InlineData("- ", 20_000, 1)]
    [InlineData("? ", 20_000, 1)]
    public void Deep_Nesting(string piece, int times, int line) =>
        Refuses(Repeat(piece, times), line, "deeper than 32 levels");

    [Fact]
    public void Deep_Nesting_By_Indentation() =>
        Refuses(string.Concat(Enumerable.Range(0, 1_000).Select(level => $"{new string(' ', level)}a:\n")), 32, "deeper than 32 levels");

    [Fact]
    public void Nesting_As_Deep_As_Allowed_Is_Judged_By_Its_Fields() =>
        Refuses($"name: {Repeat("[", 31)}{Repeat("]", 31)}", 1, "must be text");

    [Fact]
    public void An_Alias_Bomb_Is_Not_Even_Built()
    {
        var bomb = "a: &a [x, x]\n" + string.Concat(Enumerable.Range(1, 25).Select(level =>
            $"{(char)('a' + level)}: &{(char)('a' + level)} [*{(char)('a' + level - 1)}, *{(char)('a' + level - 1)}]\n"));

        Refuses(bomb, 2, "alias");
    }

    [Fact]
    public void More_Values_Than_Anyone_Writes() =>
        Refuses($"name:\n{Repeat("- x\n", 100_001)}", 99_999, "more than 100,000 values");

    [Fact]
    public void Very_Many_Fields() =>
        Refuses(string.Concat(Enumerable.Range(0, 45_000).Select(number => $"nam{number}: x\n")), 1, "no field 'nam0'");

    [Fact]
    public void Very_Many_Mentions_Of_What_Does_Not_Exist() =>
        Refuses("topics/oven.md", "related: [bread", $"related: [{string.Join(", ", Enumerable.Range(0, 90_000).Select(number => $"bre{number}"))}", 18, "keep 4 at most");

    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a ")]
    [InlineData("**a*")]
    [InlineData("_a")]
    [InlineData("`")]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("&amp;")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[a](")]
    [InlineData("\\[")]
    [InlineData("<!--")]
    [InlineData("- a\n  ")]
    [InlineData("[x]: y\n")]
    public void Markdown_At_Its_Worst(string piece)
    {
        _pack.Replace("topics/oven.md", "Hot enough.", Repeat(piece, 5_990 / piece.Length));

        Assert.NotEmpty(_pack.Faults());
        Assert.All(_pack.Faults(), fault => Assert.Equal("topics/oven.md", fault.File));
    }

    [Fact]
    public void Noise_Of_Every_Kind_Is_Refused_And_Never_Thrown()
    {
        var random = new Random(7);
        foreach (var path in new[] { "pack.yaml", "facts.yaml", "topics/bread.md", "tests.tsv" })
        {
            var text = File.ReadAllText(_pack.PathOf(path));
            for (var round = 0; round < 250; round++)
            {
                _pack.Write(path, Damage(text, random));
                var reading = _pack.Read();
                Assert.Equal(reading.Pack is null, reading.Faults.Count > 0);
            }

            _pack.Write(path, text);
        }
    }

    private static string Damage(string text, Random random)
    {
        const string pieces = "[]{}:-?*&!|>'\"%@`#,\n \\<~=.0é";
        var characters = text.ToList();
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var at = random.Next(characters.Count);
            if (random.Next(3) == 0)
            {
                characters.RemoveAt(at);
            }
            else
            {
                characters.Insert(at, pieces[random.Next(pieces.Length)]);
            }
        }

        return new([.. characters]);
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private void Refuses(string yaml, int line, string gist)
    {
        _pack.Write("pack.yaml", yaml);
        ExpectFault("pack.yaml", line, gist);
    }

    private void Refuses(string file, string written, string instead, int line, string gist)
    {
        _pack.Replace(file, written, instead);
        ExpectFault(file, line, gist);
    }

    private void ExpectFault(string file, int line, string gist) =>
        Assert.Contains(_pack.Faults(), fault => fault.File.Equals(file, StringComparison.Ordinal) && fault.Line == line && fault.Message.Contains(gist, StringComparison.Ordinal));
}
