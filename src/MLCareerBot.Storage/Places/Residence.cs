using System.Data.Common;
using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.Places;

/// <summary>Where the bot is let in, in the database.</summary>
internal sealed class Residence(Database database) : IResidence
{
    private readonly Purge _purge = new(database);

    public Task LeaveAsync(string platform, string workspace, CancellationToken cancellationToken) =>
        WriteAsync(PlacesSql.Leave, Place(platform, workspace), cancellationToken);

    public async Task ReturnAsync(string platform, string workspace, CancellationToken cancellationToken)
    {
        var place = Place(platform, workspace);
        if (await AnyAsync(PlacesSql.AnythingLeft, place, cancellationToken))
        {
            await WriteAsync(PlacesSql.Return, place, cancellationToken);
        }
    }

    public async Task ReopenAsync(string platform, string? workspace, string? conversation, CancellationToken cancellationToken)
    {
        var closed = conversation is null ? PlacesSql.ClosedInWorkspace : PlacesSql.ClosedConversation;
        var place = Place(platform, workspace, conversation);
        if (await AnyAsync($"SELECT COUNT(*) FROM subscription {closed}", place, cancellationToken))
        {
            await WriteAsync($"{PlacesSql.Activate} {closed}", place, cancellationToken);
        }
    }

    public Task<int> PurgeAsync(CancellationToken cancellationToken) => _purge.RunAsync(cancellationToken);

    private static PlaceValues Place(string platform, string? workspace, string? conversation = null) =>
        new(platform, Stored.Text(workspace), Stored.Text(conversation), Now: 0);

    private Task<bool> AnyAsync(string count, PlaceValues place, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => await connection.ExecuteScalarAsync<int>(count, place) > 0, cancellationToken);

    private Task<int> WriteAsync(string sql, PlaceValues place, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => await connection.ExecuteAsync(sql, place with { Now = await NowAsync(connection) }, transaction),
        isDone: null,
        cancellationToken);

    private async Task<long> NowAsync(DbConnection connection) => Stored.Of(await database.NowAsync(connection, default));

    private sealed record PlaceValues(string Platform, string? Workspace, string? Conversation, long Now);
}
