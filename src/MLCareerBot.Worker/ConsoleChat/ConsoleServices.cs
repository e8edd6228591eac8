using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;

namespace MLCareerBot.Worker.ConsoleChat;

/// <summary>The platforms of a terminal: for people, and for programs.</summary>
internal static class ConsoleServices
{
    public static IServiceCollection AddConsoleChat(this IServiceCollection services) => services
        .AddSingleton(_ => Screen.Open())
        .AddSingleton<IChatPlatform, ConsolePlatform>();

    public static IServiceCollection AddJsonChat(this IServiceCollection services) => services
        .AddSingleton<IChatPlatform>(provider => new JsonPlatform(
            provider.GetRequiredService<CommandRouter>(), Screen.OpenInput(), Screen.OpenOutput()));
}
