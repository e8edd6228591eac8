using System.Security.Cryptography;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Memory;
using NodaTime;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Tips.Orders;

/// <summary>Makes subscriptions out of orders, and changes them.</summary>
internal sealed class OrderBook(ISubscriptions subscriptions, TipSchedule schedule, TimeProvider clock)
{
    private const int MostTries = 3;
    private const int IdLength = 16;
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly LocalTime UsualTime = new(9, 0);

    public Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>A subscription as ordered: what the order leaves out stays as it is, or as it usually is.</summary>
    public Subscription Fill(TipOrder order, Subscription? existing, Chat.ChatAddress to, string owner, string zone)
    {
        var timetable = new TipTimetable(zone, order.Time ?? existing?.Timetable.Time ?? UsualTime, order.Days ?? existing?.Timetable.Days ?? Weekdays.Workdays);
        var today = Now.InUtc().Date;
        var subscription = (existing ?? New(to, timetable)) with
        {
            Owner = owner,
            Timetable = timetable,
            Topic = order.Topic ?? existing?.Topic,
            CohortStart = order.KeepsPace is false ? null : order.Start ?? existing?.CohortStart ?? (order.KeepsPace is true ? today : null),
            PausedUntil = null,
            State = SubscriptionState.Active,
            StateSince = Now,
            Strikes = 0,
            LastStrike = null,
        };
        return Scheduled(subscription);
    }

    /// <summary>With its next date from now on.</summary>
    public Subscription Scheduled(Subscription subscription)
    {
        var (date, due) = schedule.First(subscription, Now);
        return subscription with { NextDate = date, NextDue = due, ZoneVersion = schedule.ZoneVersion };
    }

    /// <summary>Finds, changes and keeps; begins again where somebody was quicker. Null where nothing is found any more.</summary>
    /// <param name="find">Finds it as it is now; null ends the attempt.</param>
    /// <param name="change">What is to be kept; may be called more than once.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task<Subscription?> ChangeAsync(
        Func<Task<Subscription?>> find, Func<Subscription, Subscription> change, CancellationToken cancellationToken)
    {
        for (var count = 0; count < MostTries; count++)
        {
            if (await find() is not { } found)
            {
                return null;
            }

            var changed = change(found);
            if (await subscriptions.SaveAsync(changed, cancellationToken))
            {
                return changed;
            }
        }

        throw new StoreUnavailableException("A subscription is being changed by several at once.");
    }

    private static Subscription New(Chat.ChatAddress to, TipTimetable timetable) => new()
    {
        Id = RandomNumberGenerator.GetString(IdLetters, IdLength),
        To = to,
        Timetable = timetable,
        NextDate = default,
        NextDue = default,
        ZoneVersion = "",
    };
}
