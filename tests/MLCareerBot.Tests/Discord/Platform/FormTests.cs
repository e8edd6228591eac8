using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What was missing in an answer, said in a form.</summary>
public sealed class FormTests
{
    private const string Field = "text";

    [Fact]
    public async Task A_Thumb_Down_Asks_In_One_Field_What_Was_Missing()
    {
        await using var life = await DiscordLife.StartAsync();

        var form = await ThumbDownAsync(life);

        Assert.Equal("What was missing? (optional)", (string?)form["title"]);
        var label = Assert.Single(form["components"]!.AsArray());
        Assert.Equal("What was missing? (optional)", (string?)label!["label"]);
        Assert.Equal((false, 2), ((bool)label["component"]!["required"]!, (int)label["component"]!["style"]!));
    }

    [Fact]
    public async Task What_Was_Missing_Is_Kept_Without_What_Says_Who_Wrote_It()
    {
        await using var life = await DiscordLife.StartAsync();
        var form = await ThumbDownAsync(life);

        var submitted = await SubmitAsync(life, form, "Figures for Peru, please. Mail ana@example.com @everyone <@123456789012345678>");

        Assert.True(submitted.IsEphemeral);
        Assert.Contains("Thank you", submitted.Message.Text(), StringComparison.Ordinal);
        var remark = Assert.Single(await RemarksAsync(life));
        Assert.Equal(("salary", true), (remark.Topic, remark.Text.StartsWith("Figures for Peru, please.", StringComparison.Ordinal)));
        Assert.DoesNotContain("ana", remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", remark.Text, StringComparison.Ordinal);
        Assert.Equal(1, await PoorAsync(life));
    }

    [Fact]
    public async Task Hostile_Words_Are_Cut_And_Ping_Nobody()
    {
        await using var life = await DiscordLife.StartAsync();
        var form = await ThumbDownAsync(life);

        var words = string.Concat(Enumerable.Repeat("@everyone <@&7> topic:skills text:x \u202E\n", 110))[..4_000];
        var submitted = await SubmitAsync(life, form, words);

        var remark = Assert.Single(await RemarksAsync(life));
        Assert.Equal("salary", remark.Topic);
        Assert.InRange(remark.Text.Length, 500, 1_001);
        Assert.DoesNotContain("@", remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("everyone", submitted.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_Closes_The_Form_Has_Rated_All_The_Same()
    {
        await using var life = await DiscordLife.StartAsync();

        await ThumbDownAsync(life);

        Assert.Equal(1, await PoorAsync(life));
        Assert.Empty(await RemarksAsync(life));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\u200B")]
    public async Task An_Empty_Form_Is_Thanked_For_And_Leaves_Nothing(string words)
    {
        await using var life = await DiscordLife.StartAsync();
        var form = await ThumbDownAsync(life);

        var submitted = await SubmitAsync(life, form, words);

        Assert.True(submitted.IsEphemeral);
        Assert.Contains("Thank you", submitted.Message.Text(), StringComparison.Ordinal);
        Assert.Empty(await RemarksAsync(life));
        Assert.Equal(1, await PoorAsync(life));
    }

    [Fact]
    public async Task A_Rating_That_Takes_Long_Is_Thanked_For_With_A_Button_To_The_Form()
    {
        var slow = new SlowHandler();
        await using var life = await DiscordLife.StartAsync(slow.Add);
        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Click(new() { ["id"] = "1" }, $"v1:say:{SlowHandler.Verb}"));
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(1));
        life.Clock.Advance(TimeSpan.FromSeconds(1));
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is { IsThinking: true });
        slow.Finish(new("Thank you") { FollowUps = [new FollowUp("Say what was missing", "remark topic:salary") { OpensForm = true }] });
        var thanks = await life.Discord.WaitForAnswerAsync(asked);

        var form = await life.ClickAsync(thanks.Message!, "Say what was missing");

        Assert.Equal("What was missing? (optional)", (string?)form.Modal?["title"]);
    }

    [Fact]
    public async Task A_Form_That_Discord_Refuses_Is_Owned_Up_To_And_The_Rating_Counts()
    {
        await using var life = await DiscordLife.StartAsync();
        var answer = await life.CommandAsync("career ask", ("question", "how much do machine learning engineers earn"));
        life.Discord.Faults.Next("POST interactions/*/*/callback", Fault.Refusal(400, 50035, "Invalid Form Body"));

        var owned = await life.ClickAsync(answer.Message!, "👎");

        Assert.Contains("Something went wrong", owned.Message.Text(), StringComparison.Ordinal);
        Assert.Equal(1, await PoorAsync(life));
    }

    [Theory]
    [InlineData("v1:form:remark topic:nothing-of-ours")]
    [InlineData("v1:form:salary")]
    [InlineData("v1:form:career-admin setup")]
    [InlineData("v1:form:")]
    [InlineData("v1:say:remark topic:salary")]
    public async Task A_Form_That_Is_None_Of_Ours_Does_Nothing(string customId)
    {
        await using var life = await DiscordLife.StartAsync();
        var forged = Interaction.Submit(new() { ["custom_id"] = customId }, (Field, "words"));

        var answer = await life.AnswerAsync(forged, life.General);

        Assert.True(answer.IsEphemeral);
        Assert.Empty(await RemarksAsync(life));
    }

    private static async Task<JsonObject> ThumbDownAsync(DiscordLife life)
    {
        var answer = await life.CommandAsync("career ask", ("question", "how much do machine learning engineers earn"));
        var form = await life.ClickAsync(answer.Message!, "👎");
        Assert.Equal(CallbackType.Modal, form.Callback);
        return form.Modal!; // It is one.
    }

    private static Task<InteractionAnswer> SubmitAsync(DiscordLife life, JsonObject form, string words) =>
        life.AnswerAsync(Interaction.Submit(form, (Field, words)), life.General);

    private static Task<IReadOnlyList<Remark>> RemarksAsync(DiscordLife life) =>
        life.Bot.Services.GetRequiredService<IFeedback>().LatestAsync(new Tenant("discord", life.Server.Id), 10, default);

    private static async Task<int> PoorAsync(DiscordLife life) =>
        Assert.Single(await life.Bot.Services.GetRequiredService<IFeedback>().RatingsAsync(new Tenant("discord", life.Server.Id), 10, default)).Poor;
}
