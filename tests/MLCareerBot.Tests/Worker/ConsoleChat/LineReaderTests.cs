using MLCareerBot.Worker.ConsoleChat;

namespace MLCareerBot.Tests.Worker.ConsoleChat;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("one", new[] { "one" })]
    [InlineData("one\n", new[] { "one" })]
    [InlineData("one\r\ntwo\n\nthree", new[] { "one", "two", "", "three" })]
    [InlineData("o\rn\u2028e\u0085\ntwo", new[] { "o\rn\u2028e\u0085", "two" })]
    public async Task Only_A_Line_Feed_Ends_A_Line(string text, string[] expected)
    {
        Assert.Equal(expected, await ReadAllAsync(text));
    }

    [Fact]
    public async Task Long_Lines_Are_Read_Whole()
    {
        var line = new string('x', 100_000);

        Assert.Equal([line, "next"], await ReadAllAsync(line + "\nnext"));
    }

    [Fact]
    public async Task What_Is_No_Message_Any_More_Is_Cut()
    {
        var lines = await ReadAllAsync(new string('x', 3 * 1024 * 1024) + "\nnext");

        Assert.Equal([1024 * 1024, 4], lines.Select(line => line.Length));
    }

    [Fact]
    public async Task Waiting_For_A_Line_Can_Be_Given_Up()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LineReader(new NeverReader()).ReadLineAsync(stop.Token));
    }

    private static async Task<List<string>> ReadAllAsync(string text)
    {
        var reader = new LineReader(new StringReader(text));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(default) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private sealed class NeverReader : TextReader
    {
        private readonly TaskCompletionSource _never = new();

        public override int Read(char[] buffer, int index, int count)
        {
            _never.Task.GetAwaiter().GetResult();
            return 0;
        }
    }
}
