using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.People;

/// <summary>How far people say they are, in the database.</summary>
internal sealed class ProgressStore(Database database) : IProgress
{
    private const string Set = """
        INSERT INTO progress (platform, person, step, status, set_at) VALUES (@Platform, @User, @Step, @Status, @Now)
        ON CONFLICT (platform, person, step) DO UPDATE SET status = excluded.status, set_at = excluded.set_at
        """;

    private const string OfPerson = "WHERE platform = @Platform AND person = @User";

    public Task<IReadOnlyDictionary<string, StepStatus>> OfAsync(Person person, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, StepStatus>>(
            async connection => (await connection.QueryAsync<(string Step, int Status)>($"SELECT step, status FROM progress {OfPerson}", Stored.Of(person)))
                .ToDictionary(row => row.Step, row => (StepStatus)row.Status, StringComparer.Ordinal),
            cancellationToken);

    public Task SetAsync(Person person, string step, StepStatus status, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var now = Stored.Of(await database.NowAsync(connection, default));
            var row = new { person.Platform, User = Stored.Text(person.User), Step = Stored.Text(step), Status = (int)status, Now = now };
            return await connection.ExecuteAsync(status is StepStatus.NotStarted ? $"DELETE FROM progress {OfPerson} AND step = @Step" : Set, row, transaction);
        },
        isDone: null,
        cancellationToken);

    public Task<int> ResetAsync(Person person, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"DELETE FROM progress {OfPerson}", Stored.Of(person), transaction),
        isDone: null,
        cancellationToken);
}
