namespace MLCareerBot.Tests.Slack.Platform;

/// <summary>People and the bot on Slack, over real sockets and over signed HTTP.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData(SlackMode.Sockets)]
    [InlineData(SlackMode.Http)]
    public async Task Every_Verb_Is_Answered_To_The_Asker_Alone(SlackMode mode)
    {
        await using var life = await SlackLife.StartAsync(mode);

        foreach (var command in life.Bot.Table.Commands)
        {
            var required = command.Options.Any(option => option.IsRequired) ? " how much do ml engineers make" : "";
            var answer = await life.CommandAsync(command.Name + required);

            Assert.StartsWith("*", answer.Text, StringComparison.Ordinal);
        }

        Assert.Empty(life.Slack.VisibleMessages(life.General));
        Assert.DoesNotContain(life.Slack.Responses, response => response.HasAuthorization);
    }
}
