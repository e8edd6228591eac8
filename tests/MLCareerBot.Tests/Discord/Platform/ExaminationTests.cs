using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Where tips may go is asked of Discord itself, for every order anew.</summary>
public sealed class ExaminationTests
{
    private const ulong Administrator = 1UL << 3;
    private const ulong ManageServer = 1UL << 5;
    private const ulong SendMessages = 1UL << 11;
    private const ulong ReadHistory = 1UL << 16;
    private const ulong ManageThreads = 1UL << 34;
    private const string SetUp = "Daily tips are set up";
    private const string NotYourself = "You may not write in that channel yourself";

    [Fact]
    public async Task A_Role_Opens_A_Closed_Channel_To_Those_Who_Have_It()
    {
        await using var life = await DiscordLife.StartAsync();
        var staff = life.Discord.AddRole(life.Server, "staff", 0, life.Discord.Bot);
        var closed = life.Discord.Overwrite(life.Discord.AddChannel(life.Server, "staff"), SendMessages);
        closed = life.Discord.Overwrite(closed, staff, deny: 0, allow: SendMessages);

        Assert.Contains(NotYourself, await SetAsync(life, closed), StringComparison.Ordinal);
        life.Discord.AddRole(life.Server, "boss", Administrator, life.Ana);
        Assert.Contains(SetUp, await SetAsync(life, closed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Owner_May_Send_The_Bot_Wherever_It_May_Write()
    {
        await using var life = await DiscordLife.StartAsync();
        var closed = life.Discord.Overwrite(life.Discord.AddChannel(life.Server, "news"), SendMessages);
        closed = life.Discord.Overwrite(closed, deny: 0, life.Discord.Bot, allow: SendMessages);
        life.Discord.MakeOwner(life.Server, life.Ana);

        Assert.Contains(SetUp, await SetAsync(life, closed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_Is_In_Time_Out_Sends_Tips_Nowhere()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.TimeOut(life.Server, life.Ana, life.Clock.GetUtcNow().AddHours(1));
        Assert.Contains(NotYourself, await SetAsync(life, life.General), StringComparison.Ordinal);

        life.Discord.TimeOut(life.Server, life.Ana, life.Clock.GetUtcNow().AddHours(-1));
        life.Discord.TimeOut(life.Server, life.Discord.Bot, life.Clock.GetUtcNow().AddHours(1));
        Assert.Contains("I am timed out", await SetAsync(life, life.General), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)] // Voice.
    [InlineData(4)] // A category.
    [InlineData(13)] // A stage.
    [InlineData(15)] // A forum.
    [InlineData(16)] // Media.
    [InlineData(99)] // Whatever comes next.
    public async Task Only_What_Is_For_Messages_Takes_Tips(int type)
    {
        await using var life = await DiscordLife.StartAsync();

        var reply = await SetAsync(life, life.Discord.AddChannel(life.Server, "other", type));

        Assert.Contains("Tips can only go to text channels, announcement channels and threads.", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Private_Thread_Is_For_Those_Who_Are_In_It_And_For_Moderators()
    {
        await using var life = await DiscordLife.StartAsync();
        var thread = life.Discord.AddThread(life.General, "plans", FakeChannel.PrivateThreadType);

        Assert.Contains("I cannot see that channel", await SetAsync(life, thread), StringComparison.Ordinal);
        thread = life.Discord.Join(thread, life.Discord.Bot);
        Assert.Contains("You are not in that thread yourself", await SetAsync(life, thread), StringComparison.Ordinal);
        Assert.Contains(SetUp, await SetAsync(life, life.Discord.Join(thread, life.Ana)), StringComparison.Ordinal);

        var other = life.Discord.Join(life.Discord.AddThread(life.General, "more", FakeChannel.PrivateThreadType), life.Discord.Bot);
        life.Discord.AddRole(life.Server, "moderator", ManageThreads, life.Ana);
        Assert.Contains(SetUp, await SetAsync(life, other), StringComparison.Ordinal);
        Assert.Contains("That thread is locked", await SetAsync(life, life.Discord.Lock(other)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Channel_Whose_History_Is_Hidden_Is_Taken_And_What_That_Means_Said()
    {
        await using var life = await DiscordLife.StartAsync();
        var news = life.Discord.Overwrite(life.Discord.AddChannel(life.Server, "news"), ReadHistory);

        var reply = await SetAsync(life, news);

        Assert.Contains(SetUp, reply, StringComparison.Ordinal);
        Assert.Contains("Let me have Read Message History there too", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Order_Takes_Few_Requests_And_One_About_Another_Server_Takes_One()
    {
        await using var life = await DiscordLife.StartAsync();
        var thread = life.Discord.AddThread(life.General, "daily");
        var foreign = life.Discord.AddChannel(life.Discord.AddGuild("Elsewhere"), "general");

        Assert.Equal(5, await CountAsync(life, thread));
        Assert.Equal(4, await CountAsync(life, life.General));
        Assert.Equal(1, await CountAsync(life, foreign));
    }

    [Theory]
    [InlineData(50001, "I cannot see that channel")]
    [InlineData(50013, "I cannot see that channel")]
    [InlineData(31337, "Discord does not answer")]
    public async Task A_Channel_That_Discord_Does_Not_Show_Is_Not_Taken(int code, string said)
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next("GET channels/*", Fault.Refusal(403, code, "No"));

        Assert.Contains(said, await SetAsync(life, life.General), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_Who_Has_Left_Meanwhile_Sends_Tips_Nowhere()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Leave(life.Server, life.Ana);

        Assert.Contains("You or I are not in that server", await SetAsync(life, life.General), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Discord_That_Is_Slow_To_Tell_Is_Named_As_The_Reason()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next("GET channels/*", Fault.RateLimited(TimeSpan.FromSeconds(10)));

        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Order(life.General));
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(2));
        await life.Discord.UntilAsync(() => life.Discord.Requests.Any(request => request.Status == 429));
        life.Clock.Advance(TimeSpan.FromSeconds(1));
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is { IsThinking: true });
        life.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await life.Discord.WaitForAnswerAsync(asked);

        Assert.Contains("Discord does not answer at the moment", answer.Message.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C0123456789")]
    [InlineData("123456789012345678901234")]
    public async Task What_Is_No_Channel_Of_Discords_Is_In_No_Server(string typed)
    {
        await using var life = await DiscordLife.StartAsync();
        var click = Interaction.Click(new() { ["id"] = "1" }, $"v1:say:career-admin tips set {typed} 09:00 Europe/Berlin") with { MemberPermissions = ManageServer };

        var answer = await life.AnswerAsync(click, life.General);

        Assert.Contains("That channel is not in this server.", answer.Message.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(life.Bot.Log.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error);
    }

    private static async Task<int> CountAsync(DiscordLife life, FakeChannel channel)
    {
        var before = life.Discord.Requests.Count;
        await SetAsync(life, channel);
        return life.Discord.Requests.Skip(before).Count(request => request.Method == "GET");
    }

    private static async Task<string> SetAsync(DiscordLife life, FakeChannel channel) => (await life.AnswerAsync(Order(channel), life.General)).Message.Text();

    private static Interaction Order(FakeChannel channel) =>
        Interaction.Command("career-admin tips set", ("channel", channel), ("time", "09:00"), ("zone", "Europe/Berlin")) with { MemberPermissions = ManageServer };
}
