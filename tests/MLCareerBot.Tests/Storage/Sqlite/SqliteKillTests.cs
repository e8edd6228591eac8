using System.Globalization;
using System.Text;
using MLCareerBot.Tests.Worker;

namespace MLCareerBot.Tests.Storage.Sqlite;

/// <summary>The program is killed in the middle of writing, and its store is as it was or as it was to be.</summary>
public sealed class SqliteKillTests : IDisposable
{
    private const int Rows = 50_000;

    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_Killed_Import_Left_Nothing_And_A_New_One_Completes()
    {
        _program.Variables["Storage__ConnectionString"] = "memory.db";
        await File.WriteAllTextAsync(Path.Combine(_program.Folder, "in.jsonl"), Export());
        var wal = new FileInfo(Path.Combine(_program.Folder, "memory.db-wal"));

        using (var process = _program.Start("import", "in.jsonl"))
        {
            // Its schema is there, and the rows are on their way.
            while (!process.HasExited && !(wal.Exists && wal.Length > 200_000))
            {
                await Task.Yield();
                wal.Refresh();
            }

            Assert.False(process.HasExited);
            process.Kill();
            await process.WaitForExitAsync();
        }

        var imported = await _program.RunAsync("import", "in.jsonl");

        Assert.Equal((0, $"{Rows} rows were read from in.jsonl.\n", ""), (imported.ExitCode, imported.Output, imported.Error));
    }

    private static string Export()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""{"format":"mlcareerbot-store","schema":1,"rows":{{Rows}}}""").Append('\n');
        for (var row = 0; row < Rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{"table":"progress","platform":"test","person":"p{{row}}","step":"{{new string('x', 100)}}","status":2,"set_at":1}""").Append('\n');
        }

        return text.ToString();
    }
}
