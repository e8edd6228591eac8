using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake serves clients that other people wrote.</summary>
public sealed class FakeDiscordPeerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [PeerFact]
    public async Task The_Client_Discord_Js_Logs_In_Sets_Its_Command_And_Answers()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var channel = discord.AddChannel(discord.AddGuild("Data people"), "general");
        var ana = discord.AddUser("ana");
        using var peer = PeerProcess.Start("discord-js.mjs", discord.ApiBaseUrl.OriginalString, discord.Token);

        await peer.BringsAboutAsync(discord.UntilAsync(() => discord.Commands().Count == 1, Patience));
        var asked = await discord.InteractAsync(ana, channel, Interaction.Command("career ask", ("question", "What is MLOps?")));
        var answering = discord.WaitForAnswerAsync(asked, Patience);
        await peer.BringsAboutAsync(answering);
        var answer = await answering;
        var clicked = await discord.InteractAsync(ana, channel, Interaction.Click(answer.Message!, "more")); // It is no deferral.
        var end = await peer.EndAsync(Patience);
        await discord.UntilAsync(() => discord.Connections is [{ ClientCloseCode: 1000 }]);

        Assert.Equal((0, "discord.js logged in, set its command, and answered it and its button."), (end.ExitCode, end.Output.Trim()));
        Assert.True(answer is { Callback: CallbackType.Message, IsEphemeral: true, Text: "Peer heard: What is MLOps?" });
        Assert.Equal("Peer says more.", discord.AnswerTo(clicked)?.Text);
        Assert.Empty(discord.VisibleMessages(channel));
    }
}
