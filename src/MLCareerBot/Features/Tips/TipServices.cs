using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using MLCareerBot.Features.Tips.Orders;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Features.Tips.Sending;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Features.Tips;

/// <summary>Registers what daily tips stand on.</summary>
internal static class TipServices
{
    public static IServiceCollection AddTips(this IServiceCollection services)
    {
        services.TryAddSingleton(new TipOptions());
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb);
        return services
            .AddSingleton<TipSchedule>()
            .AddSingleton<Platforms>()
            .AddSingleton<OrderBook>()
            .AddSingleton<OrderReplies>()
            .AddSingleton<Schedules>()
            .AddSingleton<NextTipOf>()
            .AddSingleton<TipStatus>()
            .AddSingleton<ClockGuard>()
            .AddSingleton<TipSender>()
            .AddSingleton<TipNotices>()
            .AddSingleton<ZoneUpkeep>()
            .AddSingleton<SettlementQueue>()
            .AddSingleton(NewSweep)
            .AddSingleton(NewHousekeeping);
    }

    private static TipSweep NewSweep(IServiceProvider services) => new(
        services.GetRequiredService<IStore>(),
        services.GetRequiredService<ZoneUpkeep>(),
        services.GetRequiredService<SettlementQueue>(),
        services.GetRequiredService<ClockGuard>(),
        services,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<TipSweep>>());

    private static Housekeeping NewHousekeeping(IServiceProvider services) => new(
        services.GetRequiredService<IStore>(),
        services.GetRequiredService<IResidence>(),
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<Housekeeping>>());
}
