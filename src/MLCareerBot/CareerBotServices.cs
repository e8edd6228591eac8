using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Ask;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Unanswered;
using MLCareerBot.Knowledge;
using MLCareerBot.Operations;

namespace MLCareerBot;

/// <summary>Registers the bot's services.</summary>
public static class CareerBotServices
{
    /// <summary>
    /// Adds the bot: a <see cref="CommandRouter"/> for messages and a <see cref="CommandTable"/> for command lists.
    /// Needs a <see cref="KnowledgeBase"/> and its <see cref="KnowledgeFolder"/>; a clock or a random generator is taken from the services too, if there.
    /// </summary>
    public static IServiceCollection AddCareerBot(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        return services
            .AddSingleton(provider => new CommandTable(provider.GetServices<CommandEntry>(), provider.GetRequiredService<KnowledgeBase>()))
            .AddSingleton<StoreAway>()
            .AddSingleton<CommandRouter>()
            .AddSingleton<ConversationMemory>()
            .AddSingleton<KeptEvents>()
            .AddSingleton<PlaceWatch>()
            .AddSingleton<IntentReplies>()
            .AddSingleton<VainLog>()
            .AddSingleton<TopicStubs>()
            .AddSingleton<Doctor>()
            .AddSingleton<IDoctorCheck, ClockCheck>()
            .AddSingleton<IDoctorCheck, KnowledgeCheck>()
            .AddTips()
            .AddMenu();
    }
}
