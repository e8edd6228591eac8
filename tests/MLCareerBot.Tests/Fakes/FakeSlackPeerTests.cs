using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>The fake serves Slack's own client library, over both ways in.</summary>
public sealed class FakeSlackPeerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [PeerFact]
    public async Task Bolt_Serves_A_Workspace_Over_Socket_Mode()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var peer = PeerProcess.Start("slack-bolt.mjs", "socket", slack.ApiBaseUrl.AbsoluteUri, slack.BotToken, slack.AppToken);

        await peer.BringsAboutAsync(slack.UntilConnectedAsync());
        await PlayAsync(slack, peer);
        var end = await peer.EndAsync(Patience);

        Assert.Equal((0, "Bolt served commands, mentions, modals and a home over socket."), (end.ExitCode, end.Output.Trim()));
        Assert.All(slack.Envelopes, envelope => Assert.True(envelope is { AckCount: 1, Problem: null } && envelope.AckLatency < TimeSpan.FromSeconds(3)));
        Assert.Empty(Assert.Single(slack.Connections).StrangeFrames);
        Assert.Equal(TokenKind.App, Assert.Single(slack.RequestsTo("apps.connections.open")).Token);
    }

    [PeerFact]
    public async Task Bolt_Serves_A_Workspace_Over_Http_And_Checks_The_Signature()
    {
        await using var slack = await FakeSlack.StartAsync();
        using var peer = PeerProcess.Start("slack-bolt.mjs", "http", slack.ApiBaseUrl.AbsoluteUri, slack.BotToken, slack.SigningSecret);

        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.RequestsTo("bots.info") is [{ Status: 200 }]));
        var port = slack.RequestsTo("bots.info")[0]["port"];
        slack.HttpEndpoints = HttpEndpoints.AllAt(new($"http://127.0.0.1:{port}/slack/events"));
        await RefuseForgeriesAsync(slack);
        await PlayAsync(slack, peer);
        var end = await peer.EndAsync(Patience);

        Assert.Equal((0, "Bolt served commands, mentions, modals and a home over http."), (end.ExitCode, end.Output.Trim()));
        Assert.All(slack.HttpAnswers, answer => Assert.Null(answer.Problem));
        Assert.Empty(slack.Connections);
    }

    // What Slack's own receiver makes of deliveries, right and wrong.
    private static async Task RefuseForgeriesAsync(FakeSlack slack)
    {
        async Task<int?> TryAsync(HttpTampering tampering) =>
            (await slack.DeliverOverHttpAsync(slack.HttpEndpoints!.Events, EventWriter.UrlVerification("prove it"), tampering)).Status; // Set above.

        Assert.Equal(200, await TryAsync(new()));
        Assert.Equal(401, await TryAsync(new() { Secret = "wrong" }));
        Assert.Equal(401, await TryAsync(new() { Age = TimeSpan.FromSeconds(310) }));
        Assert.Equal(401, await TryAsync(new() { AlterBody = body => [.. body, (byte)' '] }));
        Assert.Contains("prove it", slack.HttpAnswers[0].Body, StringComparison.Ordinal);
    }

    private static async Task PlayAsync(FakeSlack slack, PeerProcess peer)
    {
        var ana = slack.AddUser("ana");
        var channel = slack.AddChannel("general");

        var command = await slack.SlashCommandAsync(ana, channel, "/career", "faq");
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.BotMessages(channel).Any(message => message.Text == "Peer says: faq")));
        Assert.Equal("Peer heard: faq", Assert.Single(slack.EphemeralsFor(ana)).Text);
        Assert.False(Assert.Single(slack.ResponsesTo(command)).HasAuthorization);

        var mention = await slack.MentionAsync(ana, channel, "are you there?");
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.RepliesTo(mention).Count == 1));
        var greeting = await slack.DirectMessageAsync(ana, "hello");
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.RepliesTo(greeting).Count == 1));

        await FillInTheModalAsync(slack, peer, ana, slack.RepliesTo(mention)[0]);
        await slack.AppHomeOpenedAsync(ana);
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.HomeViews(ana).Count == 1));
        await slack.MessageShortcutAsync(ana, mention.Message!, "ask"); // A mention is a message.
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.EphemeralsFor(ana).Any(message => message.Text.StartsWith("Peer read", StringComparison.Ordinal))));
        await slack.SlashCommandAsync(ana, channel, "/career", "bye");
    }

    private static async Task FillInTheModalAsync(FakeSlack slack, PeerProcess peer, FakeUser ana, FakeMessage message)
    {
        await slack.ClickAsync(ana, message, "open");
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.OpenViews.Count == 1));
        var view = slack.OpenViews[0];
        Assert.Equal("from mention", view.PrivateMetadata);

        await slack.SubmitAsync(view, new Dictionary<string, string> { ["text"] = "rude" });
        await slack.SubmitAsync(view, new Dictionary<string, string> { ["text"] = "kind" });
        await peer.BringsAboutAsync(slack.UntilAsync(() => slack.OpenViews.Count == 0));
    }
}
