using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Admin verbs are for those whom Discord vouches for, here and now.</summary>
public sealed class AdminTests
{
    private const ulong Administrator = 8;
    private const ulong ManageServer = 32;
    private const string Refusal = "for admins";

    [Fact]
    public async Task Every_Admin_Verb_Refuses_Everyone_Else()
    {
        await using var life = await DiscordLife.StartAsync();
        var elsewhere = life.Discord.DirectMessages(life.Ana);

        foreach (var command in life.Bot.Table.AdminCommands)
        {
            var call = Interaction.Command(command.FullName, [.. command.Options.Where(option => option.IsRequired).Select(option => (option.Name, (object)"salary"))]);
            await RefusesAsync(life, call, life.General);
            await RefusesAsync(life, call with { MemberPermissions = ulong.MaxValue & ~(Administrator | ManageServer) }, life.General);
            await RefusesAsync(life, call with { MemberPermissions = ManageServer }, elsewhere);
            await RefusesAsync(life, Interaction.Click(new() { ["id"] = "1" }, $"v1:say:{command.FullName}"), life.General);
            await RefusesAsync(life, Interaction.Click(new() { ["id"] = "1" }, $"v1:share:{command.FullName}"), life.General);
            var mention = await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> {command.FullName}");
            Assert.Contains(Refusal, mention.Text(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(Administrator)]
    [InlineData(ManageServer)]
    public async Task Whoever_May_Manage_The_Server_Is_Answered_In_Private(ulong permissions)
    {
        await using var life = await DiscordLife.StartAsync();

        var status = await life.AnswerAsync(Interaction.Command("career-admin status") with { MemberPermissions = permissions }, life.General);
        var doctor = await life.AnswerAsync(Interaction.Command("career-admin doctor") with { MemberPermissions = permissions }, life.General);

        Assert.True(status.IsEphemeral && doctor.IsEphemeral);
        Assert.Contains("discord: ready", status.Message.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("The token is valid", doctor.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Doctor_Does_Not_Sit_Out_A_Limit()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Always("GET users/@me", Fault.RateLimited(TimeSpan.FromMinutes(15)));

        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Command("career-admin doctor") with { MemberPermissions = ManageServer });
        await life.Clock.UntilSomethingWaitsAsync(wait => wait >= TimeSpan.FromMinutes(15));
        life.Clock.Advance(TimeSpan.FromSeconds(1));
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is { IsThinking: true });
        life.Clock.Advance(TimeSpan.FromSeconds(60));
        var answer = await life.Discord.WaitForAnswerAsync(asked);

        Assert.Contains("did not answer within 60 s", answer.Message.Text(), StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(DiscordLife life, Interaction interaction, FakeChannel channel)
    {
        var answer = await life.AnswerAsync(interaction, channel);

        Assert.Contains(Refusal, answer.Message.Text(), StringComparison.OrdinalIgnoreCase);
        Assert.True(answer.IsEphemeral);
    }
}
