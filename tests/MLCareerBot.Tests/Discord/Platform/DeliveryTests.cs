using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Messages that nobody asked for just now: seen once, whatever happens on the way (fault rows 23 to 25).</summary>
public sealed class DeliveryTests
{
    private const string Posting = "POST channels/*/messages";

    private static readonly ChatReply Tip = new("Tip", new ReplyBlock.Paragraph("Read one paper."));

    [Fact]
    public async Task It_Is_Sent_With_A_Nonce_And_Its_Key()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await SendAsync(life, "k1");

        var message = Assert.Single(life.Discord.VisibleMessages(life.General));
        Assert.Equal((SendOutcome.Sent, message["id"]?.ToString()), (result.Outcome, result.MessageId));
        Assert.Contains(message.Buttons(), button => button.Id == "t:k1");
    }

    [Fact]
    public async Task Sending_Twice_With_The_Same_Key_Shows_Once()
    {
        await using var life = await DiscordLife.StartAsync();

        var first = await SendAsync(life, "k1");
        var second = await SendAsync(life, "k1");

        Assert.Equal(first, second);
        Assert.Single(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task A_Server_That_Takes_It_And_Hangs_Shows_It_Once()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next(Posting, Fault.AcceptThenHang);

        var sending = SendAsync(life, "k1");
        await life.Discord.UntilAsync(() => life.Discord.VisibleMessages(life.General).Count == 1);
        var result = await AdvanceUntilDoneAsync(life, sending);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Single(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task Long_After_A_Doubtful_Attempt_The_First_Copy_Is_Found()
    {
        await using var life = await DiscordLife.StartAsync();
        await SendAsync(life, "k1");
        var firstTry = life.Clock.GetUtcNow();
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var again = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);
        var other = await life.Platform.SendAsync(Message(life, "k2") with { FirstTriedAt = firstTry }, default);

        Assert.Equal((SendOutcome.Sent, SendOutcome.Sent), (again.Outcome, other.Outcome));
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task The_First_Copy_Is_Found_However_Much_Was_Said_Around_It()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        await ChatAsync(life, 150);
        await SendAsync(life, "k1");
        await ChatAsync(life, 150);
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var again = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);

        Assert.Equal(SendOutcome.Sent, again.Outcome);
        Assert.Equal(301, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task In_A_Flood_Too_Long_To_Search_The_Outcome_Is_Unknown()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        await ChatAsync(life, 1_000);
        life.Clock.Advance(TimeSpan.FromMinutes(10));

        var result = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = firstTry }, default);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Equal(1_000, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task Of_Two_Messages_The_One_That_Came_Through_Is_Not_Sent_Again()
    {
        await using var life = await DiscordLife.StartAsync();
        var firstTry = life.Clock.GetUtcNow();
        var two = Message(life, "k1") with { Reply = new("Tip", [.. Enumerable.Repeat(new ReplyBlock.Paragraph(new('a', 3_000)), 2)]), FirstTriedAt = firstTry };
        var release = new TaskCompletionSource();
        life.Discord.Faults.Next(Posting, Fault.HeldUntil(release.Task));
        life.Discord.Faults.Next(Posting, Fault.RateLimited(TimeSpan.FromMinutes(5)));
        release.SetResult();

        var first = await life.Platform.SendAsync(two, default);
        life.Clock.Advance(TimeSpan.FromMinutes(10));
        var second = await life.Platform.SendAsync(two, default);

        Assert.Equal((SendOutcome.NotNow, SendOutcome.Sent), (first.Outcome, second.Outcome));
        Assert.Equal(2, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task Where_The_History_May_Not_Be_Read_The_Outcome_Is_Unknown()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next("GET channels/*/messages", Fault.Forbidden(50013));

        var result = await life.Platform.SendAsync(Message(life, "k1") with { FirstTriedAt = life.Clock.GetUtcNow().AddMinutes(-10) }, default);

        Assert.Equal(SendOutcome.Unknown, result.Outcome);
        Assert.Empty(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task A_Person_Is_Reached_By_Direct_Message()
    {
        await using var life = await DiscordLife.StartAsync();

        var result = await life.Platform.SendAsync(new(ChatAddress.DirectTo("discord", life.Ana.Id), Tip, "k1"), default);

        Assert.Equal(SendOutcome.Sent, result.Outcome);
        Assert.Single(life.Discord.VisibleMessages(life.Discord.DirectMessages(life.Ana)));
    }

    private static OutboundMessage Message(DiscordLife life, string key) => new(new("discord", life.General.Id) { Workspace = life.Server.Id }, Tip, key);

    private static Task<SendResult> SendAsync(DiscordLife life, string key) => life.Platform.SendAsync(Message(life, key), default);

    private static async Task ChatAsync(DiscordLife life, int messages)
    {
        for (var number = 0; number < messages; number++)
        {
            await life.Discord.SayAsync(life.General, life.Ana, "and so on");
        }
    }

    private static async Task<T> AdvanceUntilDoneAsync<T>(DiscordLife life, Task<T> work)
    {
        while (await Task.WhenAny(work, Task.Delay(20)) != work)
        {
            life.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await work;
    }
}
