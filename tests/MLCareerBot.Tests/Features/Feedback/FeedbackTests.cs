using MLCareerBot.Chat;

namespace MLCareerBot.Tests.Features.Feedback;

/// <summary>People say what they think of the bot; admins of the same place read it, without a name.</summary>
public sealed class FeedbackTests : IDisposable
{
    private static readonly ChatAddress Here = new("test", "general") { Workspace = "bootcamp" };
    private static readonly ChatAddress There = new("test", "general") { Workspace = "another" };
    private static readonly ChatUser Ana = new("ana-4711");
    private static readonly ChatUser Ada = new("ada", IsAdmin: true);

    private readonly TestBot _bot = new();

    [Fact]
    public async Task A_Remark_Reaches_The_Admins_Of_Its_Place_Alone_And_Without_A_Name()
    {
        var thanks = await _bot.SayAsync("feedback the salary answer helped, I am @ana.berg", Here, Ana);

        Assert.Equal(("Thank you", true), (thanks.Title, thanks.IsPrivate));
        var listed = (await AdminAsync(Here)).AllText();
        Assert.Contains("the salary answer helped, I am …", listed, StringComparison.Ordinal);
        Assert.DoesNotContain(Ana.Id, listed, StringComparison.Ordinal);
        Assert.Contains("Nobody has said anything yet.", (await AdminAsync(There)).AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Log.Lines, line => line.Text.Contains("salary answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Operator_At_The_Terminal_Sees_All()
    {
        await _bot.SayAsync("feedback one", Here, Ana);
        await _bot.SayAsync("feedback two", There, Ana);

        var listed = (await AdminAsync(new("console", "terminal"))).AllText();

        Assert.Contains("one", listed, StringComparison.Ordinal);
        Assert.Contains("two", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ratings_Are_Counted_By_Answer_And_Place()
    {
        await RateAsync("rate good salary-factors", Ana);
        await RateAsync("rate poor salary-factors", new("ben"));

        Assert.Contains("salary-factors: 1 poor, 1 good", (await AdminAsync(Here)).AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("salary-factors", (await AdminAsync(There)).AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_That_Are_Nothing_But_A_Name_Are_Not_Kept()
    {
        await _bot.SayAsync("feedback \u200b", Here, Ana);

        Assert.Contains("Nobody has said anything yet.", (await AdminAsync(Here)).AllText(), StringComparison.Ordinal);
    }

    public void Dispose() => _bot.Dispose();

    private Task<ChatReply> RateAsync(string text, ChatUser user) => _bot.Router.RespondAsync(new(Here, user, text) { IsCommand = true }, default);

    private Task<ChatReply> AdminAsync(ChatAddress place) => _bot.Router.RespondAsync(new(place, Ada, "feedback") { IsAdminCommand = true }, default);
}
