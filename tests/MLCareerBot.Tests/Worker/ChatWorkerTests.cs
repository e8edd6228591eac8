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
        Assert.True(await RunAsync(Ending(), Ending()));
    }

    [Fact]
    public async Task A_Platform_That_Breaks_Down_Is_Not_A_Good_End()
    {
        var broken = new Mock<IChatPlatform>();
        broken.Setup(platform => platform.RunAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("The line is dead."));

        Assert.False(await RunAsync(broken));
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

        Assert.True(await RunAsync(stop.Token, waiting));
    }

    private static Mock<IChatPlatform> Ending()
    {
        var platform = new Mock<IChatPlatform>();
        platform.Setup(mock => mock.RunAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
        return platform;
    }

    private static Task<bool> RunAsync(params Mock<IChatPlatform>[] platforms) => RunAsync(default, platforms);

    private static Task<bool> RunAsync(CancellationToken stop, params Mock<IChatPlatform>[] platforms)
    {
        var builder = BotHost.CreateBuilder();
        foreach (var platform in platforms)
        {
            builder.Services.AddSingleton(platform.Object);
        }

        return builder.RunAsync(stop);
    }
}
