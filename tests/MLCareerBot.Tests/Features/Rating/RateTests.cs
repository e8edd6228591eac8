using System.Diagnostics.Metrics;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Tests.Features.Rating;

public sealed class RateTests : IDisposable
{
    private readonly TestBot _bot = new();
    private readonly MeterListener _listener = new();
    private readonly List<string> _counted = [];

    // Meters are the process's, and other tests rate beside this one.
    private readonly AsyncLocal<bool> _isOurs = new();

    public RateTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "mlcareerbot.ratings", Meter.Name: "MLCareerBot" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Count($"{count} {string.Join(' ', tags.ToArray())}"));
        _listener.Start();
    }

    [Theory]
    [InlineData("good", "helped")]
    [InlineData("poor", "faq")]
    public async Task A_Thumb_Is_Counted_And_Thanked_For_In_Private(string verdict, string says)
    {
        var reply = await RateAsync(() => _bot.CommandAsync($"rate {verdict} salary-factors"));

        Assert.True(reply.IsPrivate);
        Assert.Equal("Thank you", reply.Title);
        Assert.Contains(says, reply.AllText(), StringComparison.Ordinal);
        Assert.Equal([$"1 [verdict, {verdict}] [topic, salary-factors]"], _counted);
    }

    [Theory]
    [InlineData("rate good plugh")]
    [InlineData("rate splendid salary")]
    [InlineData("rate good")]
    [InlineData("rate")]
    public async Task What_Is_No_Rating_Gets_A_Usage_And_Is_Not_Counted(string text)
    {
        var reply = await RateAsync(() => _bot.CommandAsync(text));

        Assert.Equal("How to use rate", reply.Title);
        Assert.True(reply.IsPrivate);
        Assert.Empty(_counted);
    }

    [Theory]
    [InlineData("rate good salary")]
    [InlineData("rate poor salary?")]
    [InlineData("rate my portfolio")]
    [InlineData("rate")]
    public async Task In_Plain_Words_It_Is_A_Question(string text)
    {
        var reading = CommandLine.Read(new(new("test", "general"), new("ana"), text), _bot.Table);
        await RateAsync(() => _bot.SayAsync(text));

        Assert.Equal(text, Assert.IsType<CommandReading.Call>(reading).Value["question"]);
        Assert.Empty(_counted);
    }

    [Fact]
    public async Task Nobody_Is_Told_Of_It()
    {
        var told = new[] { await _bot.SayAsync("help"), await _bot.CommandAsync("help rate"), await _bot.CommandAsync("raet"), await _bot.AdminAsync("rate") };

        Assert.All(told, reply => Assert.DoesNotContain("rate", reply.FollowUps.Select(next => next.Label)));
        Assert.All(told, reply => Assert.DoesNotContain("`rate", reply.AllText(), StringComparison.Ordinal));
        Assert.DoesNotContain("rate", _bot.Table.Commands.Select(command => command.Name));
    }

    private async Task<ChatReply> RateAsync(Func<Task<ChatReply>> say)
    {
        _isOurs.Value = true;
        return await say();
    }

    private void Count(string rating)
    {
        if (_isOurs.Value)
        {
            _counted.Add(rating);
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _bot.Dispose();
    }
}
