namespace MLCareerBot.Tests.Killing;

/// <summary>The program is killed at the very moment it sends; the next one sends what is missing, and nothing twice (fault rows 1 to 3).</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task What_It_Sent_Is_Not_Sent_Again_And_The_Rest_Is()
    {
        await using var hanging = await HangingProgram.StartAsync();

        await hanging.Program.KillAsync();

        await hanging.ExpectNextToSendTheRestAsync();
    }
}

/// <summary>The program is told to end while it sends (fault rows 7 and 8).</summary>
public sealed class ToldToEndTests
{
    private const int EndedBySigTerm = 128 + 15;

    [Fact]
    public async Task It_Gives_Up_What_Hangs_And_Ends_Well()
    {
        await using var hanging = await HangingProgram.StartAsync();

        hanging.Program.Terminate();

        Assert.Equal(0, await hanging.Program.EndAsync());
        await hanging.ExpectNextToSendTheRestAsync();
    }

    [Fact]
    public async Task Told_Twice_In_The_Same_Moment_It_Ends_Well()
    {
        await using var hanging = await HangingProgram.StartAsync();

        hanging.Program.Terminate();
        hanging.Program.Terminate();

        Assert.Equal(0, await hanging.Program.EndAsync());
    }

    [Fact]
    public async Task Told_Again_Later_It_Ends_At_Once()
    {
        await using var hanging = await HangingProgram.StartAsync();
        hanging.Program.Terminate();
        await hanging.UntilItSaysAsync("told once more after a second");

        await Task.Delay(TimeSpan.FromSeconds(1.2));
        hanging.Program.Terminate();

        Assert.Equal(EndedBySigTerm, await hanging.Program.EndAsync());
        await hanging.ExpectNextToSendTheRestAsync();
    }
}
