using System.Text;

namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>What may lie in the folder, and what a file may consist of.</summary>
public sealed class PackFolderTests : IDisposable
{
    private readonly TinyPack _pack = new();

    public void Dispose() => _pack.Dispose();

    [Theory]
    [InlineData("pack.yaml")]
    [InlineData("intents.yaml")]
    [InlineData("outside.yaml")]
    [InlineData("facts.yaml")]
    [InlineData("skills.yaml")]
    [InlineData("roadmap.yaml")]
    [InlineData("comparisons.yaml")]
    [InlineData("tips.yaml")]
    [InlineData("synonyms.yaml")]
    [InlineData("tests.tsv")]
    public void Every_File_Is_Required(string file)
    {
        _pack.Delete(file);

        // What other files mention of it is not held against them.
        Assert.Equal($"{file}: The file is missing; add it.", Assert.Single(_pack.Faults()).ToString());
    }

    [Theory]
    [InlineData("topics/oven.md~")]
    [InlineData("topics/oven.md.bak")]
    [InlineData("topics/oven.md.orig")]
    [InlineData("topics/.oven.md.swp")]
    [InlineData("topics/.DS_Store")]
    [InlineData("topics/#oven.md#")]
    [InlineData("topics/README.md")]
    [InlineData("README.md")]
    [InlineData("notes.txt")]
    [InlineData(".pack.yaml.swp")]
    [InlineData("pack.yaml.bak")]
    public void What_Editors_Leave_Behind_Stops_Nothing(string path)
    {
        _pack.Write(path, "left\0over");

        Assert.Empty(_pack.Faults());
    }

    [Theory]
    [InlineData("topics/Oven.md", "lower-case letters")]
    [InlineData("topics/hot oven.md", "lower-case letters")]
    [InlineData("topics/hot_oven.md", "lower-case letters")]
    [InlineData("topics/-oven.md", "lower-case letters")]
    [InlineData("topics/öfen.md", "lower-case letters")]
    [InlineData("topics/oven.md.txt", "ends in .md")]
    [InlineData("topics/oven.markdown", "ends in .md")]
    [InlineData("topics/oven.MD", "ends in .md")]
    public void A_Topic_Has_A_Name_That_Can_Be_Typed(string path, string gist)
    {
        _pack.Write(path, File.ReadAllText(_pack.PathOf("topics/oven.md")));

        Assert.Contains(_pack.Faults(), fault => fault.File.Equals(path, StringComparison.Ordinal) && fault.Line == 0 && fault.Message.Contains(gist, StringComparison.Ordinal));
    }

    [Fact]
    public void Topics_Lie_In_One_Folder()
    {
        Directory.CreateDirectory(_pack.PathOf("topics/more"));

        Assert.StartsWith("topics/more: Topics lie directly", Assert.Single(_pack.Faults()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pack_Without_Topics_Says_So()
    {
        _pack.Delete("topics/bread.md").Delete("topics/oven.md");

        Assert.StartsWith("topics: The folder 'topics' holds no topic", Assert.Single(_pack.Faults()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pack_Without_The_Folder_Of_Topics_Says_So()
    {
        Directory.Delete(_pack.PathOf("topics"), recursive: true);

        Assert.StartsWith("topics: The folder 'topics' is missing", Assert.Single(_pack.Faults()).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topics/more.md", "/etc/passwd")]
    [InlineData("topics/more.md", "oven.md")]
    [InlineData("topics/more.md", "nowhere")]
    [InlineData("deep/below/link.txt", "../../pack.yaml")]
    [InlineData("folder", "/")]
    [InlineData("topics/loop", "..")]
    [InlineData(".hidden", "pack.yaml")]
    public void A_Link_Is_Refused_Wherever_It_Leads(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_pack.PathOf(path))!);
        File.CreateSymbolicLink(_pack.PathOf(path), target);

        Assert.Equal($"{path}: This is a symbolic link; put the file itself here, or take the link out.", Assert.Single(_pack.Faults()).ToString());
    }

    [Fact]
    public void A_Linked_File_Is_Not_Read()
    {
        _pack.Delete("tips.yaml");
        File.CreateSymbolicLink(_pack.PathOf("tips.yaml"), "/etc/passwd");

        Assert.Equal(2, _pack.Faults().Count);
        Assert.All(_pack.Faults(), fault => Assert.Equal("tips.yaml", fault.File));
    }

    [Fact]
    public void The_Lock_Of_An_Editor_Is_No_Link_To_Worry_About()
    {
        File.CreateSymbolicLink(_pack.PathOf("topics/.#oven.md"), "me@host.1234");

        Assert.Empty(_pack.Faults());
    }

    [Fact]
    public void A_Byte_Order_Mark_And_Windows_Line_Ends_Are_Welcome()
    {
        foreach (var path in new[] { "topics/oven.md", "tips.yaml", "tests.tsv" })
        {
            var text = File.ReadAllText(_pack.PathOf(path)).Replace("\n", "\r\n", StringComparison.Ordinal);
            _pack.Write(path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        }

        Assert.Empty(_pack.Faults());
    }

    [Theory]
    [InlineData("utf-16", 1, "UTF-16")]
    [InlineData("utf-16BE", 1, "NUL")]
    [InlineData("iso-8859-1", 4, "not UTF-8")]
    public void Other_Encodings_Are_Named(string encoding, int line, string gist)
    {
        var text = File.ReadAllText(_pack.PathOf("facts.yaml"));
        var source = Encoding.GetEncoding(encoding);
        byte[] mark = encoding is "utf-16" ? source.GetPreamble() : [];
        _pack.Write("facts.yaml", [.. mark, .. source.GetBytes(text)]);

        var fault = _pack.Faults()[0];
        Assert.Equal(("facts.yaml", line), (fault.File, fault.Line));
        Assert.Contains(gist, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\0', "NUL")]
    [InlineData('\a', "U+0007")]
    [InlineData('\u001B', "U+001B")]
    [InlineData('\u007F', "U+007F")]
    [InlineData('\u0085', "U+0085")]
    [InlineData('\u200B', "U+200B")]
    [InlineData('\u200F', "U+200F")]
    [InlineData('\u2028', "U+2028")]
    [InlineData('\u202E', "U+202E")]
    [InlineData('\uFFFE', "U+FFFE")]
    [InlineData('\uFDD0', "U+FDD0")]
    [InlineData('\u2066', "U+2066")]
    [InlineData('\uFEFF', "U+FEFF")]
    [InlineData('\r', "carriage return")]
    [InlineData('\t', "tab")]
    public void A_Character_That_Cannot_Be_Seen_Is_Refused_In_Every_Kind_Of_File(char character, string gist)
    {
        _pack.Replace("topics/oven.md", "Hot enough.", $"Hot{character}enough.")
            .Replace("tips.yaml", "dough", $"dou{character}gh")
            .Replace("tests.tsv", "good morning", $"good{character}morning");

        var faults = _pack.Faults();

        Assert.Equal(["tests.tsv:3", "tips.yaml:2", "topics/oven.md:22"], faults.Select(fault => $"{fault.File}:{fault.Line}"), StringComparer.Ordinal);
        Assert.All(faults.Where(fault => character != '\t' || fault.Line != 3), fault => Assert.Contains(gist, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_Scripts_And_Emoji_Are_Welcome()
    {
        _pack.Replace("tips.yaml", "dough", "生地 тесто עיסה 👩‍🍳 نمی‌خواهم");

        Assert.Empty(_pack.Faults());
    }

    [Fact]
    public void An_Empty_File_Is_Named()
    {
        _pack.Write("tips.yaml", "");

        Assert.Equal("tips.yaml: The file is empty; fill it in or take it out.", Assert.Single(_pack.Faults()).ToString());
    }

    [Fact]
    public void A_File_Has_A_Size_That_People_Write()
    {
        _pack.Write("tips.yaml", $"[]\n#{new string('x', 1024 * 1024 - 4)}");
        Assert.Empty(_pack.Faults());

        _pack.Write("tips.yaml", $"[]\n#{new string('x', 1024 * 1024 - 3)}");
        Assert.Equal("tips.yaml: The file has 1,048,577 bytes; split it or shorten it to 1,048,576.", Assert.Single(_pack.Faults()).ToString());
    }

    [Fact]
    public void A_Pack_Has_A_Size_That_People_Write()
    {
        Directory.CreateDirectory(_pack.PathOf("drawer"));
        for (var number = 0; number < 20; number++)
        {
            _pack.Write($"drawer/{number}", new byte[1024 * 1024]);
        }

        Assert.Contains("bytes together", Assert.Single(_pack.Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pack_Has_As_Many_Files_As_People_Write()
    {
        for (var number = 0; number < 5_000; number++)
        {
            File.Create(_pack.PathOf($"topics/{number}~")).Dispose();
        }

        Assert.Contains("more than 5,000 files", Assert.Single(_pack.Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Folder_In_Place_Of_A_File_Is_A_Missing_File()
    {
        _pack.Delete("tips.yaml");
        Directory.CreateDirectory(_pack.PathOf("tips.yaml"));

        Assert.Equal("tips.yaml: The file is missing; add it.", Assert.Single(_pack.Faults()).ToString());
    }
}
