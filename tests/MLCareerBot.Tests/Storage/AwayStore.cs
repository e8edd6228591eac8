using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Sqlite;

namespace MLCareerBot.Tests.Storage;

/// <summary>A store of its own for a bot, which goes away as it is told.</summary>
internal sealed class AwayStore : IDisposable
{
    private readonly TestStore _place = new();
    private AwayDatabase? _database;

    /// <summary>Whether it is away.</summary>
    public bool IsAway
    {
        get => _database?.IsAway ?? false;
        set => _database!.IsAway = value; // A bot was started with it.
    }

    /// <summary>Puts it in the place of a bot's store.</summary>
    public void Add(IServiceCollection services) => services.AddSingleton<Database>(
        provider => _database = new AwayDatabase(new SqliteDatabase(new(_place.Options.Connection), provider.GetRequiredService<TimeProvider>())));

    public void Dispose() => _place.Dispose();
}
