using MLCareerBot.Features.Tips.Sending;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Tests.Features.Tips.Sending;

public sealed class LatePaceTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock _clock = new();
    private readonly LatePace _pace;

    public LatePaceTests() => _pace = new(_clock);

    private Instant Now => _clock.GetUtcNow().ToInstant();

    [Fact]
    public void What_Came_Due_Long_Before_The_Start_Is_Late() => Assert.Equal(Now - Duration.FromMinutes(10), _pace.Look());

    [Fact]
    public void What_Waits_Behind_Many_Others_Is_Not_Late()
    {
        var start = _pace.Look();
        for (var minute = 0; minute < 60; minute++)
        {
            _clock.Advance(Minute);
            Assert.Equal(start, _pace.Look());
        }
    }

    [Fact]
    public void A_Silence_Is_Noticed_In_Mid_Life_If_It_Is_Long()
    {
        var start = _pace.Look();
        _clock.Advance(Minute * 9);
        Assert.Equal(start, _pace.Look());

        _clock.Advance(Minute * 11);
        Assert.Equal(Now - Duration.FromMinutes(10), _pace.Look());
    }

    [Fact]
    public void A_Clock_That_Was_Set_Back_Makes_Nothing_Late()
    {
        _pace.Look();
        _clock.Jump(TimeSpan.FromHours(-3));

        Assert.Equal(Now - Duration.FromMinutes(10), _pace.Look());
    }

    [Fact]
    public void Turns_Come_At_Half_The_Speed()
    {
        List<Task> turns = [.. Enumerable.Range(0, 26).Select(_ => _pace.TurnAsync(default))];

        Assert.Equal(1, turns.Count(turn => turn.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(13, turns.Count(turn => turn.IsCompleted));
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(26, turns.Count(turn => turn.IsCompleted));
    }
}
