using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class RestServicesTests
{
    [Fact]
    public async Task The_Client_Comes_With_Its_Settings()
    {
        await using var services = Services(RestBed.BotToken);

        Assert.Equal(0, services.GetRequiredService<DiscordApi>().InvalidRequests);
    }

    [Fact]
    public async Task Wrong_Settings_Stop_The_Start()
    {
        await using var services = Services("xoxb-1");

        Assert.Throws<OptionsValidationException>(services.GetRequiredService<DiscordApi>);
    }

    private static ServiceProvider Services(string token) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Discord:Token", token)])
            .Build())
        .AddDiscordApi()
        .AddDiscordApi()
        .BuildServiceProvider();
}
