using Microsoft.Extensions.Configuration;
using MLCareerBot.Discord;
using MLCareerBot.Features.Tips;
using MLCareerBot.Slack;
using MLCareerBot.Storage;
using MLCareerBot.Tests.Knowledge.Pack;
using MLCareerBot.Worker.Http;
using MLCareerBot.Worker.Setup;

namespace MLCareerBot.Tests.Worker.Setup;

public sealed class SettingsTests : IDisposable
{
    private readonly Executable _program = new();
    private readonly TinyPack _pack = new();

    public void Dispose()
    {
        _program.Dispose();
        _pack.Dispose();
    }

    [Fact]
    public void The_Example_Has_Every_Setting_At_Its_Default()
    {
        var example = new ConfigurationBuilder().AddJsonFile(RepositoryFolder.PathOf("appsettings.example.json")).Build();
        var knowledge = Bound(example, KnowledgeOptions.Section, new KnowledgeOptions { KeepPercent = -1, Directory = "elsewhere" });
        var discord = Bound(example, DiscordOptions.Section, new DiscordOptions { ApiBaseUrl = new("http://elsewhere/"), StateDirectory = "elsewhere", CommandScopeGuildId = "1" });
        var slack = Bound(example, SlackOptions.Section, new SlackOptions { ApiBaseUrl = new("http://elsewhere/"), Command = "/elsewhere" });
        var storage = Bound(example, StorageOptions.Section, new StorageOptions { Provider = "elsewhere" });
        var tips = Bound(example, TipOptions.Section, new TipOptions { CatchUpHours = -1, OnUnknown = "elsewhere", LeaseSeconds = -1 });
        var http = Bound(example, HttpOptions.Section, new HttpOptions { Urls = "elsewhere" });

        Assert.Equal(["Discord", "Http", "Knowledge", "Slack", "Storage", "Tips"], example.GetChildren().Select(section => section.Key));
        Assert.Equal(new KnowledgeOptions().KeepPercent, knowledge.KeepPercent);
        Assert.Equal(new KnowledgeOptions().Folder(), knowledge.Folder());
        Assert.Equal(("", DiscordOptions.OfficialApi, "", ""), (discord.Token, discord.ApiBaseUrl, discord.CommandScopeGuildId, discord.StateDirectory));
        Assert.False(example.HasDiscord());
        Assert.Equal(("", "", "", SlackOptions.OfficialApi, "/career"), (slack.BotToken, slack.AppToken, slack.SigningSecret, slack.ApiBaseUrl, slack.Command));
        Assert.Empty(slack.Admins);
        Assert.False(example.HasSlack());
        Assert.Empty(http.Addresses());
        Assert.Equal((new StorageOptions().Provider, ""), (storage.Provider, storage.ConnectionString));
        Assert.Equal((new TipOptions().CatchUpHours, new TipOptions().OnUnknown, new TipOptions().LeaseSeconds), (tips.CatchUpHours, tips.OnUnknown, tips.LeaseSeconds));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://127.0.0.1:8080;http://[::1]:8080/", true)]
    [InlineData("", true)]
    [InlineData("https://127.0.0.1:8080", false)]
    [InlineData("8080", false)]
    [InlineData("http://127.0.0.1:8080/health", false)]
    public void Addresses_For_Http_Are_Checked(string urls, bool isGood) =>
        Assert.Equal(isGood, new HttpOptions.Validator().Validate(name: null, new() { Urls = urls }).Succeeded);

    private static T Bound<T>(IConfiguration settings, string section, T options)
    {
        settings.GetSection(section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        return options;
    }

    [Theory]
    [InlineData(true, false, false, false)]
    [InlineData(true, true, false, false)]
    [InlineData(true, true, true, false)]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, false, true)]
    public async Task Later_Places_Win(bool file, bool variable, bool prefixed, bool secret)
    {
        // The last place that is used names the pack; all before it name a folder that is not there.
        var used = new[] { file, variable, prefixed, secret };
        var last = Array.LastIndexOf(used, true);
        string? Folder(int place) => !used[place] ? null : place == last ? _pack.Folder : "nowhere";

        Write("appsettings.json", Folder(0));
        Set("Knowledge__Directory", Folder(1));
        Set("MLCAREERBOT_Knowledge__Directory", Folder(2));
        Write(OperatingSystem.IsWindows() ? "Microsoft/UserSecrets/mlcareerbot/secrets.json" : ".microsoft/usersecrets/mlcareerbot/secrets.json", Folder(3));

        var ran = await _program.RunAsync("validate");

        Assert.StartsWith("Baking: no faults", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Relative_Folder_Is_Relative_To_The_Working_Directory()
    {
        Write("appsettings.json", Path.GetRelativePath(_program.Folder, _pack.Folder));

        var ran = await _program.RunAsync("validate");

        Assert.StartsWith("Baking: no faults", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("49", "Knowledge:KeepPercent is 49. Set it to a number from 50 (careful) to 100 (bold), or remove it.")]
    [InlineData("many", "Knowledge:KeepPercent")]
    public async Task A_Wrong_Value_Is_Named(string value, string message)
    {
        _program.Variables["Knowledge__KeepPercent"] = value;

        var ran = await _program.PipeAsync("help\n");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"Knowledge\": ")]
    [InlineData("{ \"Knowledge\": 1, \"Knowledge\": 2 }")]
    public async Task Settings_That_Are_No_Json_Are_Named_With_Their_File(string text)
    {
        var path = _program.Write("appsettings.json", text);

        var ran = await _program.PipeAsync("help\n");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
        Assert.Contains(path, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Line_That_Is_No_Json_Is_Counted_As_People_Count()
    {
        _program.Write("appsettings.json", "{\n  \"Knowledge\": {,\n");

        var ran = await _program.PipeAsync("help\n");

        Assert.Contains("Line 2 is not as JSON has it", ran.Error, StringComparison.Ordinal);
    }

    private void Write(string name, string? folder)
    {
        if (folder is not null)
        {
            _program.Write(name, $$"""{ "Knowledge": { "Directory": "{{folder.Replace("\\", "\\\\", StringComparison.Ordinal)}}" } }""");
        }
    }

    private void Set(string name, string? folder)
    {
        if (folder is not null)
        {
            _program.Variables[name] = folder;
        }
    }
}
