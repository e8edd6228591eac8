using MLCareerBot.Chat;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Memory;
using NodaTime;

namespace MLCareerBot.Tests.Features.Tips.Schedule;

public sealed class TipPickerTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;
    private static readonly HashSet<string> None = [];
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void No_Tip_Comes_Twice_Before_All_Have_Come_Nor_Soon_After()
    {
        var tips = Days(Of(), 3 * Pack.Tips.Count).Select(picked => picked.Tip.Id).ToList();

        Assert.All(tips.Chunk(Pack.Tips.Count), round => Assert.Equal(Pack.Tips.Count, round.Distinct().Count()));
        Assert.All(Enumerable.Range(0, tips.Count - 14), index => Assert.Equal(14, tips.Skip(index).Take(14).Distinct().Count()));
    }

    [Fact]
    public void Each_Says_Which_Of_How_Many_It_Is() =>
        Assert.Equal(Enumerable.Range(1, Pack.Tips.Count), Days(Of(), Pack.Tips.Count).Select(picked => picked.Number));

    [Fact]
    public void Two_Subscriptions_Have_Orders_Of_Their_Own() =>
        Assert.NotEqual(Days(Of(), 20).Select(picked => picked.Tip.Id), Days(Of() with { Id = "another" }, 20).Select(picked => picked.Tip.Id));

    [Fact]
    public void A_Topic_Narrows_The_Pool_And_A_Quarantined_Tip_Is_Left_Out()
    {
        var topic = Pack.Tips.Select(tip => tip.Topic).First(id => Pack.Groups.All(group => group.Id != id));
        var pool = Pack.TipsOn(topic).Select(tip => tip.Id).ToList();

        Assert.All(Days(Of() with { Topic = topic }, 10), picked => Assert.Equal(topic, picked.Tip.Topic));
        Assert.Null(TipPicker.Pick(Pack, pool.ToHashSet(), Of() with { Topic = topic }, []));
    }

    [Fact]
    public void A_Cohort_Takes_A_Step_A_Week()
    {
        var picked = Days(Of() with { CohortStart = Start }, 21).ToList();

        Assert.All(picked[..7], one => Assert.True(one.Tip.Step is "A1" or "C1", one.Tip.Step));
        Assert.Contains(picked[7..14], one => one.Tip.Step is "A2" or "C2");
    }

    [Fact]
    public void A_Retry_Chooses_The_Same() =>
        Assert.Equal(TipPicker.Pick(Pack, None, Of(), []), TipPicker.Pick(Pack, None, Of(), []));

    private static IEnumerable<PickedTip> Days(Subscription subscription, int count)
    {
        List<Delivery> past = [];
        for (var day = 0; day < count; day++)
        {
            subscription = subscription with { NextDate = Start.PlusDays(day) };
            var picked = TipPicker.Pick(Pack, None, subscription, past)!;
            subscription = subscription with { RoundFrom = picked.RoundFrom };
            past.Insert(0, new() { Date = subscription.NextDate, Key = "k", State = DeliveryState.Sent, Tip = picked.Tip.Id, ReservedAt = default });
            yield return picked;
        }
    }

    private static Subscription Of() => new()
    {
        Id = "one",
        To = ChatAddress.DirectTo("test", "ana"),
        Timetable = new("Europe/Berlin", new(9, 0), Weekdays.Daily),
        NextDate = Start,
        NextDue = default,
        ZoneVersion = "",
    };
}
