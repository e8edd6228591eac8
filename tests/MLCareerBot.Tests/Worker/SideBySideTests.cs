using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;
using MLCareerBot.Fakes.Slack;
using DiscordFault = MLCareerBot.Fakes.Discord.Fault;
using SlackFault = MLCareerBot.Fakes.Slack.Fault;

namespace MLCareerBot.Tests.Worker;

/// <summary>The built program on Discord and Slack at once: what happens to one, the other does not notice.</summary>
public sealed class SideBySideTests : IAsyncLifetime, IDisposable
{
    // For a test that would wait for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Executable _program = new();
    private readonly HttpClient _http = new();
    private FakeDiscord _discord = null!; // Set before each test.
    private FakeSlack _slack = null!;
    private Process? _process;

    public async Task InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _slack = await FakeSlack.StartAsync();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _http.BaseAddress = new($"http://{listener.LocalEndpoint}");
        foreach (var (name, value) in new[]
        {
            ("Discord__Token", _discord.Token),
            ("Discord__ApiBaseUrl", _discord.ApiBaseUrl.ToString()),
            ("Discord__StateDirectory", _program.Folder),
            ("Slack__BotToken", _slack.BotToken),
            ("Slack__AppToken", _slack.AppToken),
            ("Slack__ApiBaseUrl", _slack.ApiBaseUrl.ToString()),
            ("Http__Urls", _http.BaseAddress.ToString()),
        })
        {
            _program.Variables[name] = value;
        }
    }

    [Fact]
    public async Task Both_Answer_And_When_Slack_Breaks_Discord_Goes_On()
    {
        await StartAsync("ready", "ready");
        await AskSlackAsync();
        await AskDiscordAsync();

        await _slack.DeliverAsync(_slack.Events.AppUninstalled());
        await UntilHealthAsync("ready", "stopped");

        await AskDiscordAsync();
        Assert.False(_process!.HasExited);
    }

    [Fact]
    public async Task When_Discord_Rejects_Its_Token_Slack_Answers()
    {
        _discord.Faults.Always("*", DiscordFault.Unauthorized);

        await StartAsync("stopped", "ready");

        await AskSlackAsync();
    }

    [Fact]
    public async Task When_Slack_Is_Down_Discord_Answers_And_Slack_Comes_Later()
    {
        _slack.Faults.Always("*", SlackFault.ServerError());
        await StartAsync("ready", "starting");
        await AskDiscordAsync();

        _slack.Faults.Clear();
        await UntilHealthAsync("ready", "ready");
        await AskSlackAsync();
    }

    [Theory]
    [InlineData("Slack__BotToken", "xapp-1-A0-swapped-0123456789abcdef", "ready", "stopped")]
    [InlineData("Slack__Command", "no slash", "ready", "stopped")]
    [InlineData("Discord__Token", "nonsense", "stopped", "ready")]
    public async Task What_Is_Wrong_In_The_Settings_Of_One_Stops_That_One(string name, string value, string discord, string slack)
    {
        _program.Variables[name] = value;

        await StartAsync(discord, slack);

        await (discord == "ready" ? AskDiscordAsync() : AskSlackAsync());
    }

    public async Task DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _discord.DisposeAsync();
        await _slack.DisposeAsync();
    }

    public void Dispose()
    {
        _http.Dispose();
        _program.Dispose();
    }

    private Task StartAsync(string discord, string slack)
    {
        _process = _program.Start();
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        return UntilHealthAsync(discord, slack);
    }

    private async Task UntilHealthAsync(string discord, string slack)
    {
        using var late = new CancellationTokenSource(Patience);
        while (await HealthAsync(late.Token) != (discord, slack))
        {
            await Task.Delay(50, late.Token);
        }
    }

    private async Task<(string? Discord, string? Slack)> HealthAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
            var platforms = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))?["platforms"]?.AsArray() ?? [];
            string? StateOf(string name) => (string?)platforms.FirstOrDefault(platform => (string?)platform?["name"] == name)?["state"];
            return (StateOf("discord"), StateOf("slack"));
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return default;
        }
    }

    private async Task AskSlackAsync()
    {
        var user = _slack.AddUser("ana");
        await _slack.SlashCommandAsync(user, _slack.AddChannel("general"), "/career", "salary");
        await _slack.UntilAsync(() => _slack.EphemeralsFor(user).Count == 1);
    }

    private async Task AskDiscordAsync()
    {
        var guild = _discord.AddGuild("Bootcamp");
        var asked = await _discord.InteractAsync(_discord.AddUser("ana"), _discord.AddChannel(guild, "general"), Interaction.Command("career salary"));
        Assert.True((await _discord.WaitForAnswerAsync(asked)).IsEphemeral);
    }
}
