using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using Moq;

namespace MLCareerBot.Tests.Features.Admin;

public sealed class StatusTests
{
    [Fact]
    public async Task Names_Each_Platform_The_Pack_And_How_Long_It_Has_Been_Up()
    {
        var platform = new Mock<IChatPlatform>();
        platform.Setup(mock => mock.Name).Returns("discord");
        platform.Setup(mock => mock.Status).Returns(new PlatformStatus(PlatformState.Reconnecting, "It waits 4 s."));
        using var bot = new TestBot(services => services.AddSingleton(platform.Object));
        await RealKnowledge.Base.Current.UntilTrainedAsync();

        var lines = Assert.IsType<ReplyBlock.BulletList>(Assert.Single((await bot.AdminAsync("status")).Blocks)).Items;

        Assert.Equal("discord: reconnecting. It waits 4 s.", lines[0]);
        Assert.Contains($"{RealKnowledge.Pack.Name}: {RealKnowledge.Pack.Topics.Count} topics", lines[1], StringComparison.Ordinal);
        Assert.Equal("Training is done.", lines[2]);
        Assert.StartsWith("Up for ", lines[3], StringComparison.Ordinal);
    }
}
