using System.Text.Json.Nodes;
using MLCareerBot.Commands;
using MLCareerBot.Slack.Operations;

namespace MLCareerBot.Tests.Slack.Operations;

public sealed class SlackManifestTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public void It_Asks_For_No_More_Than_The_Bot_Uses() => Assert.Equal(
        """
        {
          "_metadata": {
            "major_version": 2,
            "minor_version": 1
          },
          "display_information": {
            "name": "MLCareerBot",
            "description": "Answers questions about a career, and names the source each time.",
            "background_color": "#1f3a5f"
          },
          "features": {
            "app_home": {
              "home_tab_enabled": true,
              "messages_tab_enabled": true,
              "messages_tab_read_only_enabled": false
            },
            "assistant_view": {
              "assistant_description": "Answers questions about a career, and names the source each time."
            },
            "bot_user": {
              "display_name": "mlcareerbot",
              "always_online": true
            },
            "shortcuts": [
              {
                "type": "message",
                "name": "Answer with MLCareerBot",
                "callback_id": "career_answer_message",
                "description": "Looks this message up in what I know."
              },
              {
                "type": "global",
                "name": "Ask a career question",
                "callback_id": "career_ask",
                "description": "Opens a form with the questions I can answer."
              }
            ],
            "slash_commands": [
              {
                "command": "/ml",
                "description": "Answers questions about a career, and names the source each time.",
                "usage_hint": "ask | faq | salary | outlook | skills | roadmap | compare | tip | tips | progress | sources | privacy | feedback | help",
                "should_escape": false
              },
              {
                "command": "/ml-admin",
                "description": "Sets up and looks after the bot in this workspace.",
                "usage_hint": "help | status | setup | tips | unanswered | feedback | doctor | explain | reload",
                "should_escape": true
              }
            ]
          },
          "oauth_config": {
            "scopes": {
              "bot": [
                "app_mentions:read",
                "assistant:write",
                "chat:write",
                "commands",
                "im:history",
                "im:write",
                "users:read"
              ]
            }
          },
          "settings": {
            "event_subscriptions": {
              "bot_events": [
                "app_home_opened",
                "app_mention",
                "app_uninstalled",
                "assistant_thread_context_changed",
                "assistant_thread_started",
                "message.im",
                "tokens_revoked"
              ]
            },
            "interactivity": {
              "is_enabled": true
            },
            "org_deploy_enabled": false,
            "socket_mode_enabled": true,
            "token_rotation_enabled": false
          }
        }
        """,
        SlackManifest.For(_bot.Table, "/ml"));

    [Theory]
    [InlineData("https://bot.example")]
    [InlineData("https://bot.example/")]
    public void In_Http_Mode_Slack_Is_Told_Where_To_Send_What(string baseUrl)
    {
        var manifest = JsonNode.Parse(SlackManifest.For(_bot.Table, "/career", new(baseUrl)))!; // Never "null".

        Assert.All(manifest["features"]!["slash_commands"]!.AsArray(), command => Assert.Equal("https://bot.example/slack/commands", (string?)command!["url"]));
        Assert.Equal("https://bot.example/slack/events", (string?)manifest["settings"]!["event_subscriptions"]!["request_url"]);
        Assert.Equal("https://bot.example/slack/interactions", (string?)manifest["settings"]!["interactivity"]!["request_url"]);
        Assert.Equal("https://bot.example/slack/interactions", (string?)manifest["settings"]!["interactivity"]!["message_menu_options_url"]);
        Assert.False((bool)manifest["settings"]!["socket_mode_enabled"]!);
    }

    [Fact]
    public void A_Hint_Names_Each_Word_Once_And_Keeps_Slacks_Limit()
    {
        var entries = Enumerable.Range(0, 300).Select(number => new CommandEntry($"verb{number}", "", _ => []))
            .Prepend(new("tips off", "", _ => [])).Prepend(new("tips on", "", _ => []));
        var manifest = JsonNode.Parse(SlackManifest.For(new CommandTable(entries, RealKnowledge.Base), "/career"))!; // Never "null".
        var hint = (string)Assert.Single(manifest["features"]!["slash_commands"]!.AsArray())!["usage_hint"]!;

        Assert.StartsWith("tips | verb0 | ", hint, StringComparison.Ordinal);
        Assert.InRange(hint.Length, 980, 1_000);
    }
}
