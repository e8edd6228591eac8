using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Worker.Verbs;

/// <summary>The built program and Discord: invitation, doctor, and running with a token.</summary>
public sealed class DiscordVerbTests : IAsyncDisposable
{
    private readonly Executable _program = new();
    private FakeDiscord? _discord;

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        await (_discord?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Invite_Prints_Links_With_No_More_Rights_Than_Needed()
    {
        var discord = await SetUpAsync();

        var ran = await _program.RunAsync("invite", "discord");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains($"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=bot+applications.commands&permissions=274877991936&integration_type=0", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"https://discord.com/oauth2/authorize?client_id={discord.ApplicationId}&scope=applications.commands&integration_type=1", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_Without_A_Token_Says_How_To_Get_One()
    {
        var ran = await _program.RunAsync("invite", "discord");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("Discord:Token is not set.", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Doctor_Looks_At_Token_Application_Commands_And_Permissions()
    {
        var discord = await SetUpAsync();
        discord.AddGuild("Bootcamp");
        await discord.ChangePermissionsAsync(discord.AddGuild("Strict"), botPermissions: 1 << 10);

        var ran = await _program.RunAsync("doctor");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("✓ The token is valid", ran.Output, StringComparison.Ordinal);
        Assert.Contains("It needs no privileged intent.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("– The commands are not registered everywhere", ran.Output, StringComparison.Ordinal);
        Assert.Contains("✗ In the server", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Send Messages", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Names_A_Rejected_Token()
    {
        var discord = await SetUpAsync();
        _program.Variables["Discord__Token"] = "AAAAAAAA.BBBBBB.another-secret";

        var ran = await _program.RunAsync("doctor");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("✗ Discord rejects the bot's token.", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("another-secret", ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Doctor_Offline_Asks_Nobody()
    {
        var discord = await SetUpAsync();

        var ran = await _program.RunAsync("doctor", "--offline");

        Assert.Equal(0, ran.ExitCode);
        Assert.Empty(discord.Requests);
    }

    [Fact]
    public async Task Doctor_Names_Settings_That_Cannot_Be()
    {
        _program.Variables["Discord__Token"] = "xoxb-1-2-secret";

        var ran = await _program.RunAsync("doctor");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("✗ Discord:Token looks like a token of Slack's", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://discord.com.evil.example/api/v10/")]
    [InlineData("http://10.0.0.1/api/v10/")]
    public async Task A_Strange_Address_Stops_The_Start(string address)
    {
        await SetUpAsync();
        _program.Variables["Discord__ApiBaseUrl"] = address;

        var ran = await _program.RunAsync();

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("Discord:ApiBaseUrl must be", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Rejected_Token_Ends_The_Program_With_One_Sentence()
    {
        var discord = await SetUpAsync();
        discord.Gateway.RefuseIdentify(4004);

        var ran = await _program.RunAsync();

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("token", Assert.Single(ran.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(1, discord.Identifies);
    }

    [Fact]
    public async Task On_A_Fresh_Account_Nothing_Is_Left_Where_It_Was_Started()
    {
        var discord = await SetUpAsync();
        discord.Gateway.RefuseIdentify(4004);
        _program.Variables.Remove("Discord__StateDirectory");
        _program.Variables["XDG_DATA_HOME"] = Path.Combine(_program.Folder, "not", "yet");

        await _program.RunAsync();

        Assert.False(Directory.Exists(Path.Combine(_program.Folder, "MLCareerBot")));
    }

    private async Task<FakeDiscord> SetUpAsync()
    {
        _discord = await FakeDiscord.StartAsync();
        _program.Variables["Discord__Token"] = _discord.Token;
        _program.Variables["Discord__ApiBaseUrl"] = _discord.ApiBaseUrl.ToString();
        _program.Variables["Discord__StateDirectory"] = _program.Folder;
        return _discord;
    }
}
