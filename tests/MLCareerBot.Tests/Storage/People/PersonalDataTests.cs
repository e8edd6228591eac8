using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Storage.Operations;
using MLCareerBot.Storage.People;
using MLCareerBot.Tests.Storage.Postgres;
using MLCareerBot.Tests.Storage.Sqlite;
using System.Text.Json;

namespace MLCareerBot.Tests.Storage.People;

/// <summary>All that is kept about one person, and its end, the same on every database (threats 25 and 26).</summary>
public abstract class PersonalDataTests : LedgerTest
{
    private protected PersonalDataTests(FreshStore store)
        : base(store)
    {
    }

    private const string User = "ana-4711";

    private static readonly Person Ana = new("discord", User);
    private static readonly Person Namesake = new("slack", User);

    private PersonalData Personal => new(Database);

    [StoreFact]
    public async Task Is_Counted_And_Given_As_Json()
    {
        await LiveAsync(Ana);

        Assert.Equal(new(1, 1, 1, 1, 1), await Personal.SummaryAsync(Ana, default));
        using var json = JsonDocument.Parse(await Personal.ExportAsync(Ana, default));
        Assert.Equal(("discord", User), (json.RootElement.GetProperty("platform").GetString(), json.RootElement.GetProperty("user").GetString()));
        Assert.All(
            ["tips", "delivered", "progress", "waiting_messages", "channels_set_up"],
            part => Assert.Equal(1, json.RootElement.GetProperty(part).GetArrayLength()));
        Assert.Equal(("Workdays", "Active"), (Text("tips", "days"), Text("tips", "state")));
        Assert.Equal(("Sent", "Done"), (Text("delivered", "state"), Text("progress", "status")));

        string? Text(string part, string name) => json.RootElement.GetProperty(part)[0].GetProperty(name).GetString();
    }

    [StoreFact]
    public async Task Is_Deleted_In_Every_Table_And_Nobody_Elses()
    {
        await LiveAsync(Ana);
        await LiveAsync(Namesake);

        Assert.Equal(new(1, 1, 1, 1, 1), await Personal.DeleteAsync(Ana, default));

        Assert.Equal(new(0, 0, 0, 0, 0), await Personal.SummaryAsync(Ana, default));
        Assert.Equal(new(1, 1, 1, 1, 1), await Personal.SummaryAsync(Namesake, default));
        Assert.Equal(0, await TracesAsync("discord"));
        Assert.NotEqual(0, await TracesAsync("slack"));
        Assert.Equal(new(0, 0, 0, 0, 0), await Personal.DeleteAsync(Ana, default));
    }

    [StoreFact]
    public async Task A_Claim_Does_Not_Outlive_It()
    {
        await AddAsync(TestSubscription.OfPerson(User));
        var claim = await ClaimOneAsync();

        await Personal.DeleteAsync(Ana, default);

        Assert.False(await Ledger.IsMineAsync(claim, default));
        await Ledger.SettleAsync([Sent(claim)], default);
        Assert.Equal(0, await CountAsync("delivery"));
    }

    [StoreFact]
    public async Task A_Backup_That_Is_Restored_Does_Not_Bring_It_Back()
    {
        var folder = Directory.CreateTempSubdirectory("mlcareerbot-people-");
        try
        {
            await LiveAsync(Ana);
            var backup = Path.Combine(folder.FullName, "backup.jsonl");
            await new StoreMove(Database).ExportAsync(backup, new Progress<double>(), default);
            await Personal.DeleteAsync(Ana, default);

            await new StoreMove(Database).ImportAsync(backup, replaces: true, new Progress<double>(), default);

            Assert.Equal(0, await TracesAsync("discord"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [StoreFact]
    public async Task A_Clock_That_Was_Fast_Before_It_Brings_Nothing_Back()
    {
        await new ProgressStore(Database).SetAsync(Ana, "A1", StepStatus.Done, default);
        var future = (await Ledger.NowAsync(default) + NodaTime.Duration.FromHours(1)).ToUnixTimeMilliseconds();
        await ExecuteAsync("UPDATE progress SET set_at = @future", new { future });

        await Personal.DeleteAsync(Ana, default);
        await ExecuteAsync("INSERT INTO progress VALUES ('discord', @User, 'A1', 2, @future)", new { User, future });
        await Database.WriteAsync(
            async (connection, transaction) =>
            {
                await Tombstones.ApplyAsync(connection, transaction);
                return true;
            },
            isDone: null,
            default);

        Assert.Equal(0, await CountAsync("progress"));
    }

    private async Task LiveAsync(Person person)
    {
        var own = await AddAsync(TestSubscription.Of(ChatAddress.DirectTo(person.Platform, person.User)) with { Id = $"own-{person.Platform}", Owner = person.User });
        await AddAsync(TestSubscription.Of(new ChatAddress(person.Platform, "C1") { Workspace = "bootcamp" }) with { Id = $"channel-{person.Platform}", Owner = person.User });
        await ExecuteAsync("INSERT INTO delivery (subscription, local_date, delivery_key, state, attempts, reserved_at) VALUES (@Id, '2026-11-20', 'k', 2, 1, 0)", new { own.Id });
        await Notices.TryBeginAsync($"pool {own.Id}", default);
        await new ProgressStore(Database).SetAsync(person, "A1", StepStatus.Done, default);
        await Inbox.TryAddAsync(
            new() { Platform = person.Platform, Keys = ["message:1", "message:2"], User = person.User, Contents = $"{{\"user\":\"{person.User}\"}}", ReceivedAt = await Ledger.NowAsync(default) }, default);
    }

    // Whatever table and column, where the platform is named too.
    private async Task<long> TracesAsync(string platform)
    {
        var traces = 0L;
        foreach (var table in StoreFile.Tables)
        {
            var rows = await Database.ReadAsync(connection => Dapper.SqlMapper.QueryAsync(connection, $"SELECT * FROM {table.Name}"), default);
            traces += rows.Select(row => JsonSerializer.Serialize((object)row))
                .Count(text => text.Contains(platform, StringComparison.Ordinal) && (text.Contains(User, StringComparison.Ordinal) || text.Contains($"own-{platform}", StringComparison.Ordinal)));
        }

        return traces;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqlitePersonalDataTests() : PersonalDataTests(new FreshSqlite());

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresPersonalDataTests() : PersonalDataTests(new FreshPostgres());
