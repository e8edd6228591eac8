using System.Net;
using System.Text;
using MLCareerBot.Chat;
using MLCareerBot.Fakes;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Memory;
using MLCareerBot.Tests.Storage;
using NodaTime;

namespace MLCareerBot.Tests.Killing;

/// <summary>The built program, whose tips hang at every moment of a request, on both platforms, while others arrive.</summary>
internal sealed class HangingProgram : IAsyncDisposable
{
    private const int TipsEach = 4;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The first tips of each platform meet these, and the rest none.
    private static readonly TcpProxy.Cut[] Moments = [TcpProxy.Cut.AmidRequest, TcpProxy.Cut.BeforeAnswer, TcpProxy.Cut.AmidAnswer];

    private readonly TestStore _file = new();
    private readonly KillStore _store;
    private readonly FakeDiscord _discord;
    private readonly FakeSlack _slack;
    private readonly TcpProxy _toDiscord;
    private readonly TcpProxy _toSlack;
    private readonly Instance _next;

    private HangingProgram(FakeDiscord discord, FakeSlack slack)
    {
        (_discord, _slack) = (discord, slack);
        _store = KillStore.Sqlite(_file.File);
        _toDiscord = Proxy(_discord.ApiBaseUrl, "enforce_nonce");
        _toSlack = Proxy(_slack.ApiBaseUrl, "metadata=");
        Program = Instance.Of(
            _store,
            Lease,
            _discord,
            _slack,
            ("Discord__ApiBaseUrl", Through(_toDiscord, _discord.ApiBaseUrl)),
            ("Slack__ApiBaseUrl", Through(_toSlack, _slack.ApiBaseUrl)));
        _next = Instance.Of(_store, Lease, _discord, _slack);
    }

    /// <summary>The program that hangs.</summary>
    public Instance Program { get; }

    /// <summary>Comes back when all that is to hang does.</summary>
    public static async Task<HangingProgram> StartAsync()
    {
        var hanging = new HangingProgram(await FakeDiscord.StartAsync(), await FakeSlack.StartAsync());
        await hanging._store.SeedAsync([.. Enumerable.Range(0, TipsEach).SelectMany(hanging.Subscriptions)]);
        hanging.Program.Start();
        await UntilAsync(() => Task.FromResult(hanging._toDiscord.Hanging + hanging._toSlack.Hanging == 2 * Moments.Length));
        return hanging;
    }

    /// <summary>Once it has said something.</summary>
    public Task UntilItSaysAsync(string text) =>
        UntilAsync(() => Task.FromResult(Program.Errors.Any(line => line.Contains(text, StringComparison.Ordinal))));

    /// <summary>The next program finds what is missing, and in the end everybody has their tip once.</summary>
    public async Task ExpectNextToSendTheRestAsync()
    {
        _next.Start();
        await UntilAsync(async () => await _store.OpenAsync() == 0);

        var deliveries = await _store.DeliveriesAsync();
        Assert.All(deliveries, delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
        Assert.Equal(
            deliveries.ToDictionary(delivery => delivery.Key, _ => 1),
            _discord.VisibleByKey().Concat(_slack.VisibleByKey()).ToDictionary());
        Assert.Equal(2 * TipsEach, deliveries.Count);
    }

    public async ValueTask DisposeAsync()
    {
        Program.Dispose();
        _next.Dispose();
        await _toDiscord.DisposeAsync();
        await _toSlack.DisposeAsync();
        await _discord.DisposeAsync();
        await _slack.DisposeAsync();
        _file.Dispose();
    }

    private IEnumerable<Subscription> Subscriptions(int number)
    {
        var due = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(1);
        var local = due.InUtc().LocalDateTime;
        ChatAddress[] places =
        [
            ChatAddress.DirectTo("discord", _discord.AddUser($"{number}").Id),
            ChatAddress.DirectTo("slack", _slack.AddUser($"{number}").Id) with { Workspace = _slack.TeamId },
        ];
        return places.Select(to => new Subscription
        {
            Id = $"{to.Platform}-{number}",
            To = to,
            Owner = to.DirectUser,
            Timetable = new("Etc/UTC", new(local.Hour, local.Minute), Weekdays.Daily),
            NextDate = local.Date,
            NextDue = due,
            ZoneVersion = DateTimeZoneProviders.Tzdb.VersionId,
        });
    }

    private static TcpProxy Proxy(Uri server, string markOfTips)
    {
        var proxy = new TcpProxy(new(IPAddress.Loopback, server.Port));
        var tips = -1;
        proxy.Judge(bytes =>
        {
            var isTip = Encoding.UTF8.GetString(bytes.Span).Contains(markOfTips, StringComparison.Ordinal);
            return isTip && Interlocked.Increment(ref tips) is var tip && tip < Moments.Length ? Moments[tip] : TcpProxy.Cut.Nothing;
        });
        return proxy;
    }

    private static string Through(TcpProxy proxy, Uri server) => new UriBuilder(server) { Port = proxy.Port }.Uri.ToString();

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(20, late.Token);
        }
    }
}
