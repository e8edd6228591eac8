using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>People and the bot on Discord, over real sockets.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task A_Slash_Command_Is_Answered_At_Once_And_To_The_Asker_Alone()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.CommandAsync("career ask", ("question", "how much do ml engineers make"));

        Assert.Equal((CallbackType.Message, true), (answer.Callback, answer.IsEphemeral));
        Assert.Contains("$112,430", answer.Message.Text(), StringComparison.Ordinal);
    }
}
