using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

/// <summary>A person at the keyboard: letters as they are, other keys in angle brackets.</summary>
public sealed class LineEditorTests
{
    private readonly ScriptedKeyboard _keyboard = new();
    private readonly LineEditor _editor;

    public LineEditorTests() => _editor = new(_keyboard);

    [Theory]
    [InlineData("hello<Enter>", "hello")]
    [InlineData("helo<LeftArrow>l<Enter>", "hello")]
    [InlineData("ello<Home>h<End>!<Enter>", "hello!")]
    [InlineData("ello<^A>h<^E>!<Enter>", "hello!")]
    [InlineData("hellox<Backspace><Enter>", "hello")]
    [InlineData("hhello<Home><Delete><Enter>", "hello")]
    [InlineData("hhello<Home><^D><Enter>", "hello")]
    [InlineData("what<^U>hello<Enter>", "hello")]
    [InlineData("hello there<LeftArrow><LeftArrow><LeftArrow><LeftArrow><LeftArrow><Backspace><^K><Enter>", "hello")]
    [InlineData("hello  there <^W><Backspace><Backspace><Enter>", "hello")]
    [InlineData("hello<^W><^W><Enter>", "")]
    [InlineData("<Backspace><Delete><LeftArrow><RightArrow><UpArrow><DownArrow><^W><^K><^U><Enter>", "")]
    [InlineData("hel<Tab><Escape><F5><PageUp><^Z>lo<Enter>", "hello")]
    [InlineData("a👍🏽b<LeftArrow><Backspace><Enter>", "ab")]
    [InlineData("a👍🏽b<Home><RightArrow><Delete><Enter>", "ab")]
    [InlineData("abc<LeftArrow><LeftArrow><LeftArrow><LeftArrow><RightArrow>x<Enter>", "axbc")]
    public void Keys_Do_What_Shells_Have_Taught(string keys, string expected)
    {
        _keyboard.Type(keys);

        Assert.Equal(expected, _editor.ReadLine("> "));
    }

    [Fact]
    public void Earlier_Lines_Come_Back()
    {
        _keyboard.Type("one<Enter>two<Enter>two<Enter> <Enter>dra<UpArrow><UpArrow><DownArrow><DownArrow>ft<Enter><UpArrow><UpArrow><UpArrow><UpArrow><UpArrow>!<Enter>");

        Assert.Equal(["one", "two", "two", " ", "draft", "one!"], Enumerable.Range(0, 6).Select(_ => _editor.ReadLine("> ")));
    }

    [Theory]
    [InlineData("<^C>")]
    [InlineData("half a line<^C>")]
    [InlineData("<^D>")]
    public void The_Person_Can_Leave(string keys)
    {
        _keyboard.Type(keys);

        Assert.Null(_editor.ReadLine("> "));
    }

    [Theory]
    [InlineData('\e')]
    [InlineData('\a')]
    [InlineData('\u202E')]
    [InlineData('\u2028')]
    [InlineData('\u0085')]
    public void Characters_That_Disturb_A_Screen_Are_Not_Typed(char character)
    {
        _keyboard.Type($"a{character}b<Enter>");

        Assert.Equal("ab", _editor.ReadLine("> "));
        Assert.DoesNotContain(_keyboard.Written, written => written == character);
    }

    [Fact]
    public void The_Line_Is_Drawn_With_The_Cursor_In_Its_Place()
    {
        _keyboard.Type("abcd<LeftArrow><LeftArrow><Backspace><Enter>");

        _editor.ReadLine("> ");

        Assert.Equal(("> acd", 3), _keyboard.Screen());
    }

    [Fact]
    public void What_Is_Shown_While_Somebody_Types_Stands_Above_The_Line()
    {
        _keyboard.Type("abcd<LeftArrow><F1>e<Enter>");
        _keyboard.Before[ConsoleKey.F1] = () => _editor.ShowBeside(() => _keyboard.Write("a tip\n"));

        Assert.Equal("abced", _editor.ReadLine("> "));

        Assert.Contains("\ra tip\n", _keyboard.Written, StringComparison.Ordinal);
        Assert.Equal(("> abced", 6), _keyboard.Screen());
    }

    [Fact]
    public void What_Is_Shown_While_Nobody_Types_Is_Just_Shown()
    {
        _editor.ShowBeside(() => _keyboard.Write("a tip\n"));

        Assert.Equal("a tip\n", _keyboard.Written);
    }

    [Fact]
    public void A_Line_Longer_Than_The_Screen_Scrolls_Under_Its_Cursor()
    {
        _keyboard.Type(string.Concat(Enumerable.Repeat("0123456789", 10)) + "<LeftArrow><Enter>");

        Assert.Equal(100, _editor.ReadLine("> ")!.Length);
        Assert.Equal(("> 2345678901234567890123456789012345678", ScriptedKeyboard.Columns - 1), _keyboard.Screen());
    }

    [Fact]
    public void A_Pasted_Page_Is_Drawn_Once()
    {
        _keyboard.Type(new string('x', 100_000) + "<Enter>");

        Assert.Equal(100_000, _editor.ReadLine("> ")!.Length);
        Assert.InRange(_keyboard.Written.Length, 1, 1_000);
    }
}
