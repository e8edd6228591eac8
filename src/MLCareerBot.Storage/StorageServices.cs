using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MLCareerBot.Memory;
using MLCareerBot.Operations;
using MLCareerBot.Storage.Deliveries;
using MLCareerBot.Storage.Inbox;
using MLCareerBot.Storage.Notices;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Storage.Places;
using MLCareerBot.Storage.Postgres;
using MLCareerBot.Storage.Sqlite;
using MLCareerBot.Storage.Subscriptions;

namespace MLCareerBot.Storage;

/// <summary>Registers what the bot remembers with.</summary>
public static class StorageServices
{
    /// <summary>Adds the store as the settings say. Nothing is opened before the first use.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validator>();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        return services.AddStores();
    }

    /// <summary>Adds the store in this place.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options) =>
        services.AddSingleton(Options.Create(options)).AddStores();

    private static IServiceCollection AddStores(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(NewDatabase)
            .AddSingleton<IStore>(provider => provider.GetRequiredService<Database>())
            .AddSingleton(provider => new StoreMove(provider.GetRequiredService<Database>()))
            .AddSingleton<IDoctorCheck, StoreCheck>()
            .AddSingleton<ISubscriptions, SubscriptionStore>()
            .AddSingleton<IDeliveryLedger, DeliveryLedger>()
            .AddSingleton<IResidence, Residence>()
            .AddSingleton<INotices, NoticeStore>()
            .AddSingleton<IInbox, InboxStore>();
    }

    private static Database NewDatabase(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var clock = services.GetRequiredService<TimeProvider>();
        return options.IsPostgres
            ? new PostgresDatabase(PostgresSource.Open(options.Connection, services.GetService<ILoggerFactory>()))
            : new SqliteDatabase(new(options.Connection), clock);
    }
}
