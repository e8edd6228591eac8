using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Tests.Slack;

public sealed class SlackOptionsTests
{
    private const string Bot = "xoxb-1111111111-2222222222-secret";
    private const string App = "xapp-1-A1111111111-2222222222-secret";
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", " ", "")]
    [InlineData(Bot, App, null)]
    [InlineData(Bot, null, Secret)]
    [InlineData($" \"{Bot}\"\n", $"'{App}'", null)]
    public void Complete_Settings_Or_None_Are_Fine(string? bot, string? app, string? secret) => Assert.Empty(Faults(bot, app, secret));

    [Theory]
    [InlineData(App, App, null, "You put the app token into Slack:BotToken")]
    [InlineData(Bot, Bot, null, "You put the bot token into Slack:AppToken")]
    [InlineData("xoxp-1111111111-2222222222-secret", App, null, "Slack:BotToken does not begin with xoxb-")]
    [InlineData(Bot, "1111111111-2222222222-secret", null, "Slack:AppToken does not begin with xapp-")]
    [InlineData("xoxb-1111-secret", App, null, "Slack:BotToken is too short")]
    [InlineData("xoxb-1111111111-2222222222- secret", App, null, "Slack:BotToken contains characters")]
    [InlineData("xoxb-1111111111-2222222222-secret\u2026", App, null, "Slack:BotToken contains characters")]
    [InlineData(Bot, null, null, "Slack needs Slack:AppToken")]
    [InlineData(Bot, null, Bot, "You put a token into Slack:SigningSecret")]
    [InlineData(Bot, null, "secret", "Slack:SigningSecret is too short")]
    [InlineData(null, App, null, "Slack:BotToken is missing")]
    public void A_Mistake_Is_Named_Without_The_Secret(string? bot, string? app, string? secret, string said)
    {
        var fault = Assert.Single(Faults(bot, app, secret));

        Assert.StartsWith(said, fault, StringComparison.Ordinal);
        Assert.Contains("https://api.slack.com/apps", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://slack.com/api/", true)]
    [InlineData("https://slack.com/api", true)]
    [InlineData("http://127.0.0.1:5000/api/", true)]
    [InlineData("http://localhost:5000/api/", true)]
    [InlineData("http://[::1]:5000/api/", true)]
    [InlineData("http://slack.com/api/", false)]
    [InlineData("https://slack.com.evil.example/api/", false)]
    [InlineData("https://127.0.0.1.evil.example/api/", false)]
    [InlineData("https://me@slack.com/api/", false)]
    [InlineData("file:///etc/", false)]
    [InlineData("api", false)]
    public void The_Api_Is_Slacks_Or_On_This_Machine(string api, bool isAllowed) =>
        Assert.Equal(isAllowed, FaultsOf(new() { BotToken = Bot, AppToken = App, ApiBaseUrl = new(api, UriKind.RelativeOrAbsolute) }).Count == 0);

    [Theory]
    [InlineData("/career", true)]
    [InlineData(" /career ", true)]
    [InlineData("/ml_career-2", true)]
    [InlineData("/abcdefghijklmnopqrstuvwxy", true)]
    [InlineData("/abcdefghijklmnopqrstuvwxyz", false)]
    [InlineData("career", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    [InlineData("/Career", false)]
    [InlineData("/my career", false)]
    [InlineData("/karri\u00e8re", false)]
    [InlineData("/help", false)]
    [InlineData("/remind", false)]
    [InlineData("/status", false)]
    public void A_Command_Is_A_Short_Word_That_Slack_Does_Not_Need(string command, bool isAllowed)
    {
        var faults = FaultsOf(new() { BotToken = Bot, AppToken = App, Command = command });

        Assert.Equal(isAllowed, faults.Count == 0);
        Assert.All(faults, fault => Assert.StartsWith("Slack:Command ", fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Bot, true)]
    [InlineData(App, false)]
    public void The_Settings_Are_Checked_Before_The_Client_Is_Made(string bot, bool isMade)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Slack:BotToken"] = bot, ["Slack:AppToken"] = App };
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddSlackApi()
            .AddSlackApi()
            .BuildServiceProvider();

        var failure = Record.Exception(services.GetRequiredService<SlackApi>);

        Assert.Equal(isMade, failure is null);
        Assert.True(failure is null or OptionsValidationException);
    }

    private static IReadOnlyList<string> Faults(string? bot, string? app, string? secret) =>
        FaultsOf(new() { BotToken = bot, AppToken = app, SigningSecret = secret });

    private static IReadOnlyList<string> FaultsOf(SlackOptions options) =>
        [.. new SlackOptions.Validator().Validate(name: null, options).Failures ?? []];
}
