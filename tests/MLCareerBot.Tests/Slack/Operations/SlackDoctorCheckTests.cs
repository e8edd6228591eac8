using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Fakes.Slack;
using MLCareerBot.Operations;
using MLCareerBot.Slack;

namespace MLCareerBot.Tests.Slack.Operations;

public sealed class SlackDoctorCheckTests
{
    [Fact]
    public async Task What_Is_Well_Is_Said_Line_By_Line()
    {
        await using var slack = await FakeSlack.StartAsync();

        var findings = await CheckAsync(slack, ("Slack:AppToken", slack.AppToken));

        Assert.DoesNotContain(findings, finding => finding.Kind == FindingKind.Bad);
        Assert.Contains(findings, finding => finding.Text.Contains($"in the workspace Fake Workspace ({slack.TeamId})", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Text.Contains("a socket can be opened", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Text == "Slack's command is /career, and /career-admin for admins.");
        Assert.DoesNotContain(findings, finding => finding.Text.Contains(slack.BotToken, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("auth.test", "invalid_auth", "Slack:BotToken")]
    [InlineData("apps.connections.open", "missing_scope", "connections:write")]
    [InlineData("apps.connections.open", "internal_error", "apps.connections.open")]
    public async Task What_Is_Broken_Is_Named(string method, string error, string named)
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Faults.Always(method, Fault.Error(error));

        var findings = await CheckAsync(slack, ("Slack:AppToken", slack.AppToken));

        Assert.Contains(named, Assert.Single(findings, finding => finding.Kind == FindingKind.Bad).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_Scopes_Are_Named_With_What_To_Do()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Faults.Next("auth.test", Fault.Status(
            200,
            """{"ok": true, "team_id": "T1", "user_id": "U1"}""",
            new Dictionary<string, string> { ["x-oauth-scopes"] = "app_mentions:read,chat:write,commands,im:history,im:write" }));

        var bad = Assert.Single(await CheckAsync(slack, ("Slack:AppToken", slack.AppToken)), finding => finding.Kind == FindingKind.Bad);

        Assert.Equal("It lacks the scopes assistant:write, users:read.", bad.Text);
        Assert.Contains("reinstall", bad.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", FindingKind.Bad)]
    [InlineData(" ; ", FindingKind.Bad)]
    [InlineData("http://127.0.0.1:8080", FindingKind.Good)]
    public async Task Http_Mode_Needs_Somebody_Who_Listens(string urls, FindingKind kind)
    {
        await using var slack = await FakeSlack.StartAsync();

        var findings = await CheckAsync(slack, ("Slack:SigningSecret", slack.SigningSecret), ("Http:Urls", urls));

        Assert.Contains(findings, finding => finding.Kind == kind && finding.Text.StartsWith("Slack is in HTTP mode", StringComparison.Ordinal));
        Assert.Empty(slack.RequestsTo("apps.connections.open"));
    }

    private static async Task<List<Finding>> CheckAsync(FakeSlack slack, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all = [("Slack:BotToken", slack.BotToken), ("Slack:ApiBaseUrl", slack.ApiBaseUrl.ToString()), .. settings];
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(all.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build())
            .AddSlackOperations()
            .BuildServiceProvider();
        return await services.GetServices<IDoctorCheck>().Single().CheckAsync(isOffline: false, default).ToListAsync();
    }
}
