using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Extensions.Options;
using MLCareerBot.Memory;
using MLCareerBot.Operations;
using MLCareerBot.Storage.Migrations;
using static System.FormattableString;

namespace MLCareerBot.Storage.Operations;

/// <summary>Looks whether what is to be remembered can be. Makes no file where there is none, and changes none.</summary>
internal sealed class StoreCheck(Database database, IOptions<StorageOptions> options) : IDoctorCheck
{
    private static readonly Finding Fresh =
        new(FindingKind.Good, "Nothing is remembered yet: the store is made at its first use.");

    public string Name => "Store";

    public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if ((database.Trouble ?? database.Hindrance) is { } trouble)
        {
            yield return Bad(trouble);
        }
        else if (!database.Exists)
        {
            yield return Fresh;
        }
        else if (isOffline && options.Value.IsPostgres)
        {
            yield return new(FindingKind.Note, "What is remembered lies on a PostgreSQL server, which was not asked.");
        }
        else
        {
            yield return await LookAsync(cancellationToken);
        }
    }

    private async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await database.SnapshotAsync(
                async connection =>
                {
                    var subscriptions = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM subscription");
                    return await database.FaultOfAsync(connection) is { } fault
                        ? Bad(fault)
                        : new(FindingKind.Good, Invariant($"{database.Description} holds {subscriptions} subscriptions; its schema is number {Migration.All.Count}, as it should be."));
                },
                cancellationToken);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or StoreUnusableException)
        {
            return Bad(exception.Message);
        }
    }

    private static Finding Bad(string trouble) => new(FindingKind.Bad, trouble, "docs/running.md, \"What is remembered\", says where the store is, how to choose another and how to restore a backup.");
}
