namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class StoreVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_Store_Goes_Out_And_Comes_In()
    {
        _program.Variables["Storage__ConnectionString"] = "memory.db";
        await File.WriteAllTextAsync(Path.Combine(_program.Folder, "in.jsonl"), """
            {"format":"mlcareerbot-store","schema":1,"rows":1}
            {"table":"progress","platform":"test","person":"ana","step":"learn-python","status":2,"set_at":1}

            """);

        var imported = await _program.RunAsync("import", "in.jsonl");
        var exported = await _program.RunAsync("export", "out.jsonl");
        var again = await _program.RunAsync("import", "out.jsonl");
        var replaced = await _program.RunAsync("import", "out.jsonl", "--replace");
        var over = await _program.RunAsync("export", "out.jsonl");

        Assert.Equal((0, "1 rows were read from in.jsonl.\n", ""), (imported.ExitCode, imported.Output, imported.Error));
        Assert.Equal((0, "1 rows were written to out.jsonl.\n", ""), (exported.ExitCode, exported.Output, exported.Error));
        Assert.Equal(1, again.ExitCode);
        Assert.StartsWith("The store is in use already", again.Error, StringComparison.Ordinal);
        Assert.Equal((0, "1 rows were read from out.jsonl.\n", ""), (replaced.ExitCode, replaced.Output, replaced.Error));
        Assert.Equal((1, "out.jsonl is there already; name a file that is not.\n"), (over.ExitCode, over.Error));
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "--al")]
    [InlineData("import", "a", "b")]
    public async Task A_Call_That_Makes_No_Sense_Ends_With_2(params string[] arguments) =>
        Assert.Equal(2, (await _program.RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task A_Server_That_Cannot_Be_Reached_Is_One_Sentence_Without_Its_Address()
    {
        _program.Variables["Storage__Provider"] = "postgres";
        _program.Variables["Storage__ConnectionString"] = "Host=127.0.0.1;Port=1;Username=ana;Password=s3cret;Database=bot";

        var ran = await _program.RunAsync("export", "out.jsonl");

        Assert.Equal((1, "PostgreSQL cannot be reached.\n"), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public async Task Answering_Makes_No_Store()
    {
        await _program.RunAsync("ask", "what does an ml engineer earn");

        Assert.Empty(Directory.GetFiles(_program.Folder, "*.db", SearchOption.AllDirectories));
    }
}
