using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Memory;
using MLCareerBot.Storage;
using MLCareerBot.Storage.Operations;
using NodaTime;

namespace MLCareerBot.Tests.Features.Privacy;

public sealed class PrivacyTests : IDisposable
{
    private const string User = "ana-4711-secret";

    private static readonly ChatAddress Here = new("test", "general") { Workspace = "bootcamp" };
    private static readonly ChatUser Ana = new(User, IsAdmin: true);

    private readonly TestBot _bot = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlcareerbot-privacy-");

    private string Backup => Path.Combine(_folder.FullName, "backup.jsonl");

    [Fact]
    public async Task After_A_Deletion_No_Table_No_Log_And_No_Export_Has_The_Person()
    {
        await LiveAsync();
        Assert.Contains(User, (await SayAsync("privacy export")).AllText(), StringComparison.Ordinal);

        var asked = await SayAsync("privacy delete");
        Assert.NotEmpty(await TracesAsync());
        Assert.Equal("Deleted", (await SayAsync(asked.FollowUps[0].Says)).Title);

        Assert.Empty(await TracesAsync());
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Text.Contains(User, StringComparison.Ordinal));
        Assert.Contains("Nothing.", (await SayAsync("privacy show")).AllText(), StringComparison.Ordinal);
        Assert.Equal("One schedule", (await _bot.Router.RespondAsync(new(Here, Ana, "tips list") { IsAdminCommand = true }, default)).Title);
    }

    [Fact]
    public async Task A_Tip_In_Hand_Is_Not_Sent_After_The_Deletion()
    {
        await SayAsync("tips on 08:30 Europe/Berlin daily");
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        var ledger = _bot.Services.GetRequiredService<IDeliveryLedger>();
        var claims = await ledger.ClaimAsync(new("test", 10, "me", Duration.FromSeconds(30)), due => new TipPlan.Send("tip", due.Subscription.NextDate), default);
        var claim = Assert.Single(claims.ToSend);
        Assert.True(await ledger.IsMineAsync(claim, default));

        await SayAsync("privacy delete yes");

        Assert.False(await ledger.IsMineAsync(claim, default));
    }

    [Fact]
    public async Task A_Backup_From_Before_Does_Not_Bring_The_Person_Back()
    {
        await LiveAsync();
        var move = _bot.Services.GetRequiredService<StoreMove>();
        await move.ExportAsync(Backup, new Progress<double>(), default);
        await SayAsync("privacy delete yes");

        await move.ImportAsync(Backup, replaces: true, new Progress<double>(), default);

        Assert.Empty(await TracesAsync());
    }

    [Fact]
    public async Task Whoever_Comes_Back_After_A_Deletion_Keeps_What_Is_New_When_The_Store_Is_Moved()
    {
        await LiveAsync();
        await SayAsync("privacy delete yes");
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await SayAsync("tips on 08:30 Europe/Berlin");
        await SayAsync("progress set A1 done");
        var move = _bot.Services.GetRequiredService<StoreMove>();
        await move.ExportAsync(Backup, new Progress<double>(), default);

        await move.ImportAsync(Backup, replaces: true, new Progress<double>(), default);

        var summary = await _bot.Services.GetRequiredService<IPersonalData>().SummaryAsync(new("test", User), default);
        Assert.Equal((1, 1), (summary.Subscriptions, summary.Steps));
    }

    [Theory]
    [InlineData("privacy delete yes")]
    [InlineData("privacy delete sure")]
    [InlineData("privacy delete sure:yes")]
    [InlineData("privacy delete sure:true")]
    public async Task Whoever_Is_Sure_Is_Not_Asked(string text)
    {
        await LiveAsync();

        Assert.Equal("Deleted", (await SayAsync(text)).Title);
    }

    [Fact]
    public async Task What_Others_Have_Stays()
    {
        await LiveAsync();
        var progress = _bot.Services.GetRequiredService<IProgress>();
        await progress.SetAsync(new("test", "ben"), "A1", StepStatus.Done, default);
        await progress.SetAsync(new("other", User), "A1", StepStatus.Done, default);

        await SayAsync("privacy delete yes");

        Assert.Single(await progress.OfAsync(new("test", "ben"), default));
        Assert.Single(await progress.OfAsync(new("other", User), default));
    }

    public void Dispose()
    {
        _bot.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task LiveAsync()
    {
        await SayAsync("tips on 08:30 Europe/Berlin");
        await SayAsync("progress set A1 done");
        await SayAsync("feedback what a bot");
        await SayAsync("do i need a pilot licence on mars");
        await _bot.Router.RespondAsync(new(Here, Ana, "tips set 09:00 Europe/Berlin") { IsAdminCommand = true }, default);
        await _bot.Services.GetRequiredService<IInbox>().TryAddAsync(
            new() { Platform = "test", Keys = ["message:1"], User = User, Contents = $"{{\"user\":\"{User}\"}}", ReceivedAt = default }, default);
    }

    private Task<ChatReply> SayAsync(string text) => _bot.SayAsync(text, Here, Ana);

    // Every value of every column of every table.
    private Task<List<string>> TracesAsync() => _bot.Services.GetRequiredService<Database>().ReadAsync(
        async (DbConnection connection) =>
        {
            var traces = new List<string>();
            foreach (var table in await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
            {
                var rows = await connection.QueryAsync($"SELECT * FROM {table}");
                traces.AddRange(rows.SelectMany(row => (IDictionary<string, object>)row).Where(cell => $"{cell.Value}".Contains(User, StringComparison.Ordinal)).Select(cell => $"{table}.{cell.Key}"));
            }

            return traces;
        },
        default);
}
