using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Knowledge;
using MLCareerBot.Storage;

namespace MLCareerBot.Benchmarks;

/// <summary>The bot as the program runs it, but for the platform, which is added to it.</summary>
internal static class BotServices
{
    /// <param name="knowledge">What the bot knows.</param>
    /// <param name="settings">The platform's.</param>
    /// <param name="storage">The store; a new SQLite file where none is named.</param>
    public static IServiceCollection For(KnowledgeBase knowledge, IReadOnlyDictionary<string, string?> settings, StorageOptions? storage = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddSingleton(knowledge)
        .AddSingleton(new KnowledgeFolder("knowledge"))
        .AddCareerBot()
        .AddStorage(storage ?? NewSqlite());

    /// <summary>A new SQLite file.</summary>
    public static StorageOptions NewSqlite() => new() { ConnectionString = Path.Combine(NewFolder(), "memory.db") };

    /// <summary>A new folder.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("mlcareerbot-load-").FullName;
}
