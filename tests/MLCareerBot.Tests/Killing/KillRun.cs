using System.Diagnostics;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Memory;
using NodaTime;
using Delivery = MLCareerBot.Memory.Delivery;

namespace MLCareerBot.Tests.Killing;

/// <summary>Tips come due on the fake Discord and the fake Slack, while the programs that send them are killed and paused.</summary>
/// <param name="plan">How badly.</param>
/// <param name="store">The database they share, and the settings that name it.</param>
internal sealed class KillRun(KillPlan plan, IKillStore store) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);

    private static readonly string[] RoundTheWorld =
        ["Pacific/Auckland", "Asia/Tokyo", "Asia/Kolkata", "Europe/Berlin", "America/Sao_Paulo", "America/Denver", "Pacific/Honolulu"];

    private readonly Random _random = new(plan.Seed);
    private readonly List<Instance> _instances = [];
    private readonly HashSet<Instance> _paused = [];
    private readonly List<Task> _pauses = [];
    private FakeDiscord _discord = null!; // Started first.
    private FakeSlack _slack = null!;

    public IEnumerable<string> Errors => _instances.SelectMany(instance => instance.Errors);

    public async Task<KillReport> RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        _discord = await FakeDiscord.StartAsync();
        _discord.Gateway.SessionStarts = new(Total: 100_000, Remaining: 100_000, TimeSpan.FromHours(24), MaxConcurrency: 16);
        _slack = await FakeSlack.StartAsync();
        await store.SeedAsync([.. Subscriptions(SystemClock.Instance.GetCurrentInstant())]);
        for (var number = 0; number < plan.Instances; number++)
        {
            _instances.Add(Instance.Of(store, plan.Lease, _discord, _slack));
            _instances[^1].Start();
        }

        await TormentAsync();
        await UntilDrainedAsync(started);
        return await ReportAsync(Stopwatch.GetElapsedTime(started));
    }

    public async ValueTask DisposeAsync()
    {
        _instances.ForEach(instance => instance.Dispose());
        await _discord.DisposeAsync();
        await _slack.DisposeAsync();
    }

    // They come due while the killing goes on.
    private IEnumerable<Subscription> Subscriptions(Instant now)
    {
        var zone = DaytimeZone(now);
        var time = (plan.Kills * 1.0) + (plan.Pauses * plan.Lease.TotalSeconds / Math.Max(1, plan.Instances - 1));
        for (var number = 0; number < plan.Tips; number++)
        {
            var user = $"{number}";
            var to = number % 2 == 0
                ? ChatAddress.DirectTo("discord", _discord.AddUser(user).Id)
                : ChatAddress.DirectTo("slack", _slack.AddUser(user).Id) with { Workspace = _slack.TeamId };
            var due = now + Duration.FromSeconds(time * number / plan.Tips);
            var local = due.InZone(zone).LocalDateTime;
            yield return new()
            {
                Id = $"kill{number:d12}".Replace('0', 'a').Replace('1', 'b').Replace('8', 'c').Replace('9', 'd'),
                To = to,
                Owner = to.DirectUser,
                Timetable = new(zone.Id, new(local.Hour, local.Minute), Weekdays.Daily),
                NextDate = local.Date,
                NextDue = due,
                ZoneVersion = DateTimeZoneProviders.Tzdb.VersionId,
            };
        }
    }

    // Where it is about noon now, no run goes past midnight.
    private static DateTimeZone DaytimeZone(Instant now) => RoundTheWorld
            .Select(id => DateTimeZoneProviders.Tzdb[id])
            .MinBy(zone => Math.Abs(now.InZone(zone).Hour - 12))!; // There are seven.

    private async Task TormentAsync()
    {
        var deeds = Enumerable.Repeat(KillOneAsync, plan.Kills).Concat(Enumerable.Repeat(PauseOneAsync, plan.Pauses)).ToArray();
        _random.Shuffle(deeds);
        foreach (var deed in deeds)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(300, 1_700)));
            await deed();
        }

        await Task.WhenAll(_pauses);
    }

    private async Task KillOneAsync()
    {
        // A kill that is planned takes place, if only after a pause.
        Instance? victim;
        while ((victim = Awake()) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }

        await victim.KillAsync();
        victim.Start();
    }

    // One is always left awake, where there are several.
    private async Task PauseOneAsync()
    {
        while (_pauses.Count(pause => !pause.IsCompleted) >= Math.Max(1, plan.Instances - 1))
        {
            await Task.WhenAny(_pauses.Where(pause => !pause.IsCompleted));
        }

        if (Awake() is { } victim)
        {
            lock (_paused)
            {
                _paused.Add(victim);
            }

            _pauses.Add(PauseAsync(victim));
        }
    }

    private async Task PauseAsync(Instance victim)
    {
        await victim.PauseAsync(plan.Lease * 1.2);
        lock (_paused)
        {
            _paused.Remove(victim);
        }
    }

    private Instance? Awake()
    {
        lock (_paused)
        {
            var awake = _instances.Where(instance => !_paused.Contains(instance)).ToList();
            return awake.Count == 0 ? null : awake[_random.Next(awake.Count)];
        }
    }

    private async Task UntilDrainedAsync(long started)
    {
        while (await store.OpenAsync() > 0)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience || _instances.TrueForAll(instance => instance.HasExited))
            {
                throw new TimeoutException($"{await store.OpenAsync()} tips are still to be sent.\n{string.Join('\n', Errors.TakeLast(20))}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    private async Task<KillReport> ReportAsync(TimeSpan took)
    {
        foreach (var instance in _instances)
        {
            await instance.KillAsync();
        }

        var visible = _discord.VisibleByKey().Concat(_slack.VisibleByKey()).ToDictionary();
        var deliveries = await store.DeliveriesAsync();
        return new(
            deliveries.Count(delivery => delivery.State == DeliveryState.Sent),
            deliveries.Count(delivery => delivery.State is DeliveryState.Unknown or DeliveryState.Reserved),
            deliveries.Count(delivery => delivery.State == DeliveryState.Skipped),
            plan.Tips - deliveries.Count(delivery => delivery.State == DeliveryState.Unknown || visible.ContainsKey(delivery.Key)),
            visible.Count(pair => pair.Value > 1),
            plan.Kills,
            plan.Pauses,
            took);
    }
}

/// <summary>The database of a run.</summary>
internal interface IKillStore
{
    /// <summary>The settings that name it.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Fills it, and leaves it to the programs.</summary>
    Task SeedAsync(IReadOnlyList<Subscription> subscriptions);

    /// <summary>How many subscriptions wait for the tip of their first date.</summary>
    Task<int> OpenAsync();

    /// <summary>The ledger.</summary>
    Task<IReadOnlyList<Delivery>> DeliveriesAsync();
}
