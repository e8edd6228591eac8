using MLCareerBot.Discord;

namespace MLCareerBot.Tests.Discord;

public sealed class DiscordOptionsTests
{
    private const string Token = "AAAAAAAA.BBBBBB.CCCCCCCCCCCC";

    [Theory]
    [InlineData("https://discord.com/api/v10/")]
    [InlineData("https://DISCORD.com/api/v10")]
    [InlineData("http://127.0.0.1:5000/api/v10/")]
    [InlineData("http://127.0.0.2/")]
    [InlineData("https://127.255.255.254:8443/")]
    [InlineData("http://[::1]:5000/api/v10/")]
    [InlineData("http://localhost:5000")]
    public void Takes_Discord_And_This_Machine(string address) => Assert.Empty(FaultsOf(address));

    [Theory]
    [InlineData("http://discord.com/api/v10/")]
    [InlineData("https://discord.com:8443/api/v10/")]
    [InlineData("https://me@discord.com/api/v10/")]
    [InlineData("https://discord.com@evil.com/api/v10/")]
    [InlineData("https://discord.com.evil.com/api/v10/")]
    [InlineData("https://evildiscord.com/api/v10/")]
    [InlineData("https://evil.com/?https://discord.com/api/v10/")]
    [InlineData("https://discord.com/api/v10/?x=/")]
    [InlineData("https://discord.com/api/v10/#x/")]
    [InlineData("http://127.0.0.1.evil.com/")]
    [InlineData("http://127.0.0.1@evil.com/")]
    [InlineData("http://localhost.evil.com/")]
    [InlineData("http://localhost@evil.com/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("discord.com/api/v10/")]
    [InlineData("")]
    public void Refuses_Every_Other_Address(string address) =>
        Assert.Contains("Discord:ApiBaseUrl", Assert.Single(FaultsOf(address)), StringComparison.Ordinal);

    [Fact]
    public void A_Stand_In_On_This_Machine_May_Give_Out_Any_Token() =>
        Assert.Empty(FaultsOf(new DiscordOptions { Token = "fake-bot-token", ApiBaseUrl = new("http://127.0.0.1:5000/api/v10/") }));

    [Theory]
    [InlineData("xoxb-1-2-secret", "Slack")]
    [InlineData("xapp-1-2-secret", "Slack")]
    [InlineData("Bot AAAAAAAA.BBBBBB.secret", "Authorization header")]
    [InlineData("AAAAAAAA. BBBBBB.secret", "blanks")]
    [InlineData("AAAAAAAA.BBBBBB.sécret", "letters that no token has")]
    [InlineData("AAAAAAAA.secret", "three parts")]
    [InlineData("AAAAAAAA..secret", "three parts")]
    [InlineData("1170000000000000000", "an application's id")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "a public key")]
    [InlineData("secretsecretsecretsecretsecret12", "a client secret")]
    public void Says_What_A_Wrong_Token_Looks_Like(string token, string thing)
    {
        var fault = Assert.Single(FaultsOf(new DiscordOptions { Token = token }));

        Assert.Contains(thing, fault, StringComparison.Ordinal);
        Assert.DoesNotContain(token[^8..], fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($" {Token}\n")]
    [InlineData($"\"{Token}\"")]
    [InlineData($"'{Token}'")]
    public void Mends_What_Copying_Does(string token)
    {
        var options = new DiscordOptions { Token = token };

        Assert.Empty(FaultsOf(options));
        Assert.Equal(Token, options.BotToken);
    }

    [Fact]
    public void Mends_A_Missing_Slash() => Assert.Equal(
        new Uri("http://127.0.0.1:5000/api/v10/users/@me"),
        new Uri(new DiscordOptions { ApiBaseUrl = new("http://127.0.0.1:5000/api/v10") }.Api, "users/@me"));

    [Theory]
    [InlineData("117000000000000000", "117000000000000000")]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void Commands_Are_For_One_Server_Or_All(string? guild, string? scope)
    {
        var options = new DiscordOptions { Token = Token, CommandScopeGuildId = guild };

        Assert.Empty(FaultsOf(options));
        Assert.Equal(scope, options.CommandScope);
    }

    [Fact]
    public void A_Server_Has_No_Name_Here() => Assert.Contains(
        "digits", Assert.Single(FaultsOf(new DiscordOptions { Token = Token, CommandScopeGuildId = "My server" })), StringComparison.Ordinal);

    [Fact]
    public void Without_A_Token_Nothing_Is_Wrong() =>
        Assert.Empty(FaultsOf(new DiscordOptions { ApiBaseUrl = new("https://evil.com"), CommandScopeGuildId = "x" }));

    private static IEnumerable<string> FaultsOf(string address) =>
        FaultsOf(new DiscordOptions { Token = Token, ApiBaseUrl = new(address, UriKind.RelativeOrAbsolute) });

    private static IEnumerable<string> FaultsOf(DiscordOptions options) =>
        new DiscordOptions.Validator().Validate(name: null, options).Failures ?? [];
}
