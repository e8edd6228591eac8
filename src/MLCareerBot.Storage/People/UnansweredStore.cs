using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MLCareerBot.Memory;

namespace MLCareerBot.Storage.People;

/// <summary>What people asked in vain, in the database.</summary>
internal sealed class UnansweredStore(Database database) : IUnanswered
{
    private const int MostTexts = 5;
    private const int IdLength = 6;
    private const int Answered = 1;
    private const int Ignored = 2;

    // What was answered by now and is asked in vain again is open again.
    private const string Count = """
        INSERT INTO vain_form (platform, workspace, form, id, state, asked, latest) VALUES (@Platform, @Workspace, @Form, @Id, 0, 1, @At)
        ON CONFLICT (platform, workspace, form) DO UPDATE SET
            asked = CASE vain_form.state WHEN 1 THEN 1 ELSE vain_form.asked + 1 END,
            state = CASE vain_form.state WHEN 1 THEN 0 ELSE vain_form.state END,
            latest = excluded.latest
        """;

    private const string Word = """
        INSERT INTO vain_text (platform, workspace, form, words, asked_at)
        SELECT platform, workspace, form, @Words, @At FROM vain_form
        WHERE platform = @Platform AND workspace = @Workspace AND form = @Form AND state = 0
        ON CONFLICT (platform, workspace, form, words) DO UPDATE SET asked_at = excluded.asked_at
        """;

    private const string Workspace = "NULLIF(workspace, '')";

    public Task AddAsync(IReadOnlyList<VainQuestion> questions, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            foreach (var row in questions.Select(RowOf))
            {
                await connection.ExecuteAsync(Count, row, transaction);
                await connection.ExecuteAsync(Word, row, transaction);
            }

            return questions.Count;
        },
        isDone: null,
        cancellationToken);

    public Task<IReadOnlyList<VainQuestions>> ListAsync(Tenant? tenant, int most, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<VainQuestions>>(
        async connection =>
        {
            var forms = await connection.QueryAsync<(string Platform, string Workspace, string Form, string Id, int Asked, long Latest)>(
                $"SELECT platform, workspace, form, id, CAST(asked AS INTEGER), latest FROM vain_form {TenantSql.Where(tenant, Workspace)} AND state = 0 ORDER BY asked DESC, latest DESC LIMIT @Most",
                TenantSql.Values(tenant, most));
            var list = new List<VainQuestions>();
            foreach (var row in forms)
            {
                list.Add(new(row.Id, await TextsAsync(connection, row.Platform, row.Workspace, row.Form), row.Asked, Stored.Instant(row.Latest)));
            }

            return list;
        },
        cancellationToken);

    public Task<bool> SettleAsync(Tenant? tenant, string id, bool ignore, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var where = $"{TenantSql.Where(tenant, Workspace)} AND id = @Id AND state < 2";
            var values = TenantSql.Values(tenant, 0, id);
            await connection.ExecuteAsync(
                $"DELETE FROM vain_text WHERE (platform, workspace, form) IN (SELECT platform, workspace, form FROM vain_form {where})", values, transaction);
            return await connection.ExecuteAsync($"UPDATE vain_form SET state = {(ignore ? Ignored : Answered)}, asked = 0 {where}", values, transaction) > 0;
        },
        isDone: null,
        cancellationToken);

    private static async Task<IReadOnlyList<string>> TextsAsync(DbConnection connection, string platform, string workspace, string form) =>
    [
        .. await connection.QueryAsync<string>(
            "SELECT words FROM vain_text WHERE platform = @platform AND workspace = @workspace AND form = @form ORDER BY asked_at DESC LIMIT @MostTexts",
            new { platform, workspace, form, MostTexts }),
    ];

    private static object RowOf(VainQuestion question) => new
    {
        question.Tenant.Platform,
        Workspace = Stored.Text(question.Tenant.Workspace) ?? "",
        Form = Stored.Text(question.Form),
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Form)))[..IdLength],
        Words = Stored.Text(question.Text),
        At = Stored.Of(question.At),
    };
}
