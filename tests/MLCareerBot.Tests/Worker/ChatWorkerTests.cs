using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Worker.Setup;
using Moq;

namespace MLCareerBot.Tests.Worker;

public sealed class ChatWorkerTests
{
    [Fact]
    public async Task The_Program_Ends_Well_When_Its_Platforms_Have_Ended()
    {
        Assert.Null(await Record.ExceptionAsync(() => RunAsync(Ending(), Ending())));
    }

    [Fact]
    public async Task What_A_Platform_Breaks_Down_With_Reaches_The_Command_Line()
    {
        var broken = new Mock<IChatPlatform>();
        broken.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("The line is dead."));

        var exception = await Assert.ThrowsAsync<IOException>(() => RunAsync(broken));

        Assert.Equal("The line is dead.", exception.Message);
    }

    [Fact]
    public async Task A_Platform_That_Breaks_Down_Leaves_The_Others_Alone()
    {
        using var stop = new CancellationTokenSource();
        var broken = new Mock<IChatPlatform>();
        broken.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new PlatformStoppedException("The token is wrong."));
        var living = new TaskCompletionSource();
        var other = new Mock<IChatPlatform>();
        other.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).Returns((CancellationToken token) =>
        {
            living.SetResult();
            return Task.Delay(Timeout.Infinite, token);
        });

        var running = RunAsync(stop.Token, broken, other);
        await living.Task;
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();

        Assert.Null(await Record.ExceptionAsync(() => running));
    }

    [Fact]
    public async Task When_All_Have_Broken_Down_The_First_Fault_Is_Told()
    {
        var broken = new Mock<IChatPlatform>();
        broken.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new PlatformStoppedException("The token is wrong."));

        var exception = await Assert.ThrowsAsync<PlatformStoppedException>(() => RunAsync(broken, broken));

        Assert.Equal("The token is wrong.", exception.Message);
    }

    [Fact]
    public async Task Being_Told_To_Stop_Is_A_Good_End()
    {
        using var stop = new CancellationTokenSource();
        var waiting = new Mock<IChatPlatform>();
        waiting.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).Returns(async (CancellationToken token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });

        Assert.Null(await Record.ExceptionAsync(() => RunAsync(stop.Token, waiting)));
    }

    private static Mock<IChatPlatform> Ending()
    {
        var platform = new Mock<IChatPlatform>();
        platform.Setup(mock => mock.RunAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        return platform;
    }

    private static Task RunAsync(params Mock<IChatPlatform>[] platforms) => RunAsync(default, platforms);

    private static Task RunAsync(CancellationToken stop, params Mock<IChatPlatform>[] platforms)
    {
        var builder = BotHost.CreateBuilder();
        foreach (var platform in platforms)
        {
            builder.Services.AddSingleton(platform.Object);
        }

        builder.AddPlatformWorker();
        return builder.RunAsync(stop);
    }
}
