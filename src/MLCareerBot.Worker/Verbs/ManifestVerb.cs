using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MLCareerBot.Slack;
using MLCareerBot.Slack.Operations;
using MLCareerBot.Worker.Setup;
using CommandTable = MLCareerBot.Commands.CommandTable;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>manifest slack</c>: the app as Slack's settings take it.</summary>
internal static class ManifestVerb
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "Where Slack reaches the bot from outside, for HTTP mode: https://bot.example.com. Without it, the manifest is for Socket Mode." };
        url.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && AddressOf(token.Value) is null)
            {
                result.AddError("--url must be an address that begins with https://.");
            }
        });
        var slack = new Command("slack", "Prints the manifest from which Slack creates the app.") { url };
        slack.SetAction((call, _) => Task.FromResult(Print(AddressOf(call.GetValue(url)))));
        return new Command("manifest", "Prints how a platform is to know the bot.") { slack };
    }

    private static int Print(Uri? url)
    {
        var builder = BotHost.CreateBuilder();
        builder.Services.AddSlackOperations();
        using var host = builder.BuildChecked();
        var options = host.Services.GetRequiredService<IOptions<SlackOptions>>().Value;
        Console.WriteLine(SlackManifest.For(host.Services.GetRequiredService<CommandTable>(), options.Command.Trim(), url));
        return Invocation.Done;
    }

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url is { UserInfo: "", Query: "", Fragment: "" } ? url : null;
}
