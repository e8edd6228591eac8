using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Memory;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What was missing in an answer, said in a form.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task Whoever_Found_An_Answer_Poor_Can_Say_What_Was_Missing()
    {
        await using var life = await DiscordLife.StartAsync();
        var answer = await life.CommandAsync("career ask", ("question", "how much do machine learning engineers earn"));
        var thanks = await life.ClickAsync(answer.Message!, "👎");
        var form = await life.ClickAsync(thanks.Message!, "Say what was missing");

        Assert.NotNull(form.Modal);
        var submitted = await life.AnswerAsync(Interaction.Submit(form.Modal, ("text", "Figures for Peru, please. Mail ana@example.com @everyone <@123456789012345678>")), life.General);

        Assert.True(submitted.IsEphemeral);
        Assert.Contains("Thank you", submitted.Message.Text(), StringComparison.Ordinal);
        var feedback = life.Bot.Services.GetRequiredService<IFeedback>();
        var tenant = new Tenant("discord", life.Server.Id);
        var remark = Assert.Single(await feedback.LatestAsync(tenant, 10, default));
        Assert.Equal(("salary", true), (remark.Topic, remark.Text.StartsWith("Figures for Peru, please.", StringComparison.Ordinal)));
        Assert.DoesNotContain("ana", remark.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", remark.Text, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(await feedback.RatingsAsync(tenant, 10, default)).Poor);
    }

    [Theory]
    [InlineData("v1:form:remark topic:nothing-of-ours")]
    [InlineData("v1:form:salary")]
    [InlineData("v1:form:career-admin setup")]
    [InlineData("v1:form:")]
    public async Task A_Form_That_Is_None_Of_Ours_Does_Nothing(string customId)
    {
        await using var life = await DiscordLife.StartAsync();
        var forged = Interaction.Submit(new() { ["custom_id"] = customId }, ("text", "words"));

        var answer = await life.AnswerAsync(forged, life.General);

        Assert.True(answer.IsEphemeral);
        Assert.Empty(await life.Bot.Services.GetRequiredService<IFeedback>().LatestAsync(new Tenant("discord", life.Server.Id), 10, default));
    }
}
