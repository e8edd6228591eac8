using MLCareerBot.Chat;
using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

public sealed class ConsolePlatformTests
{
    private readonly Overheard _overheard = new();

    [Fact]
    public async Task Every_Line_Gets_One_Reply_And_Nothing_Else_Is_Printed()
    {
        var output = await TalkAsync("one\ntwo\n");

        const string reply = "Heard\n\nyou\n\n 1  First\n 2  Second\n\n";
        Assert.Equal(reply + reply, output);
    }

    [Fact]
    public async Task A_Number_Picks_What_The_Last_Reply_Offered()
    {
        await TalkAsync("one\n2\n 1 \n");

        Assert.Equal(["one", "the second thing", "the first thing"], _overheard.Texts);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    public async Task A_Number_That_Was_Not_Offered_Leaves_The_Offer_As_It_Is(string number)
    {
        await TalkAsync($"one\n{number}\n2\n");

        Assert.Equal(["one", "the second thing"], _overheard.Texts);
    }

    [Theory]
    [InlineData("yes", "the thing")]
    [InlineData("No", "nothing")]
    [InlineData("yesterday", "yesterday")]
    public async Task Yes_And_No_Pick_What_Begins_With_Them(string line, string heard)
    {
        var overheard = new Overheard { Offers = [new("Yes, do it", "the thing"), new("No", "nothing")] };

        await TalkAsync($"ask me\n{line}\n", overheard);

        Assert.Equal(["ask me", heard], overheard.Texts);
    }

    [Fact]
    public async Task A_Number_Beyond_Counting_Is_A_Question()
    {
        await TalkAsync("one\n99999999999999999999\n");

        Assert.Equal(["one", "99999999999999999999"], _overheard.Texts);
    }

    [Fact]
    public async Task A_Number_Before_Any_Reply_Is_A_Question()
    {
        await TalkAsync("1\n");

        Assert.Equal(["1"], _overheard.Texts);
    }

    [Fact]
    public async Task Blank_Lines_Are_Skipped()
    {
        await TalkAsync("\n  \n\t\none\n\n");

        Assert.Equal(["one"], _overheard.Texts);
    }

    [Theory]
    [InlineData("quit")]
    [InlineData("EXIT")]
    [InlineData("  Quit ")]
    public async Task Goodbye_Ends_The_Conversation(string goodbye)
    {
        await TalkAsync($"one\n{goodbye}\ntwo\n");

        Assert.Equal(["one"], _overheard.Texts);
    }

    [Fact]
    public async Task Whoever_Sits_At_The_Terminal_Runs_The_Bot()
    {
        await TalkAsync("one\n");

        var request = Assert.Single(_overheard.Requests);
        Assert.Equal("console", request.Address.Platform);
        Assert.True(request.From.IsAdmin);
    }

    [Fact]
    public async Task A_Person_Is_Greeted_And_Prompted()
    {
        var typed = new Queue<string?>(["one", null]);
        var prompts = new List<string>();
        using var screen = new StringWriter();
        using var bot = _overheard.Bot();
        var terminal = new LiveTerminal(new Lines(Type), screen, () => 80, styled: false);

        await new ConsolePlatform(bot.Router, terminal).RunAsync(default);

        Assert.Equal(["career> ", "career> "], prompts);
        Assert.StartsWith("Ask a question", screen.ToString(), StringComparison.Ordinal);
        Assert.Contains("\nHeard\n\nyou\n", screen.ToString(), StringComparison.Ordinal);

        string? Type(string prompt)
        {
            prompts.Add(prompt);
            return typed.Dequeue();
        }
    }

    [Fact]
    public async Task An_Interrupted_Prompt_Leaves_The_Line_To_The_Shell()
    {
        var never = new TaskCompletionSource<string?>();
        using var stop = new CancellationTokenSource();
        using var screen = new StringWriter();
        var terminal = new LiveTerminal(new Lines(_ => never.Task.GetAwaiter().GetResult()), screen, () => 80, styled: false);
        var line = terminal.ReadLineAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => line);
        Assert.Equal("\n", screen.ToString());
        never.SetResult(null);
    }

    [Fact]
    public async Task A_Number_Picks_What_A_Tip_Offered_That_Came_Meanwhile()
    {
        ConsolePlatform platform = null!; // Set before anybody types.
        var tip = new ChatReply("Tip") { FollowUps = [new("Third", "the third thing")] };
        var typed = new Queue<Func<string?>>([() => "one", SendTip, () => null]);
        using var screen = new StringWriter();
        using var bot = _overheard.Bot();
        platform = new(bot.Router, new LiveTerminal(new Lines(_ => typed.Dequeue()()), screen, () => 80, styled: false));

        await platform.RunAsync(default);

        Assert.Equal(["one", "the third thing"], _overheard.Texts);

        string? SendTip()
        {
            platform.SendAsync(new(ChatAddress.DirectTo("console", "operator"), tip, "k1"), default).GetAwaiter().GetResult();
            return "1";
        }
    }

    private Task<string> TalkAsync(string input) => TalkAsync(input, _overheard);

    private static async Task<string> TalkAsync(string input, Overheard overheard)
    {
        using var output = new StringWriter();
        using var bot = overheard.Bot();
        await new ConsolePlatform(bot.Router, new PipedTerminal(new StringReader(input), output, 80)).RunAsync(default);
        return output.ToString();
    }

    private sealed class Lines(Func<string, string?> readLine) : ILineInput
    {
        public string? ReadLine(string prompt) => readLine(prompt);

        public void ShowBeside(Action show) => show();
    }
}
