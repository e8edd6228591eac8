using System.Text.Json.Nodes;

namespace MLCareerBot.Tests.Worker.Verbs;

public sealed class ManifestVerbTests : IDisposable
{
    private readonly Executable _program = new();

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task It_Is_For_Socket_Mode_And_For_The_Command_That_Is_Set()
    {
        _program.Variables["Slack__Command"] = "/ml";

        var ran = await _program.RunAsync("manifest", "slack");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var manifest = JsonNode.Parse(ran.Output);
        Assert.True((bool?)manifest?["settings"]?["socket_mode_enabled"]);
        Assert.Equal(["/ml", "/ml-admin"], manifest!["features"]!["slash_commands"]!.AsArray().Select(command => (string?)command?["command"]));
    }

    [Theory]
    [InlineData("career bot")]
    [InlineData("karriere")]
    public async Task A_Command_That_Slack_Would_Not_Take_Is_Refused(string command)
    {
        _program.Variables["Slack__Command"] = command;

        var ran = await _program.RunAsync("manifest", "slack");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("Slack:Command ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_An_Address_It_Is_For_Http_Mode()
    {
        var ran = await _program.RunAsync("manifest", "slack", "--url", "https://bot.example.com/chat");

        var settings = JsonNode.Parse(ran.Output)?["settings"];
        Assert.False((bool?)settings?["socket_mode_enabled"]);
        Assert.Equal("https://bot.example.com/chat/slack/events", (string?)settings?["event_subscriptions"]?["request_url"]);
    }
}
