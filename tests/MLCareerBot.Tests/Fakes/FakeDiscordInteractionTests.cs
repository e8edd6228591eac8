using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>Interactions with the fake Discord: answered once, in time, and in the right way.</summary>
public sealed class FakeDiscordInteractionTests : FakeDiscordTest
{
    [Fact]
    public async Task An_Interaction_Is_Answered_Once_And_In_Time()
    {
        var asked = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career ask", ("question", "What is MLOps?")));
        var slow = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career help"));
        var first = await Rest.CallbackAsync(asked, 4, new() { ["content"] = "A practice.", ["flags"] = 64 });
        var again = await Rest.CallbackAsync(asked, 4, new() { ["content"] = "Again." });
        Clock.Advance(TimeSpan.FromSeconds(3.1));
        var late = await Rest.CallbackAsync(slow, 4, new() { ["content"] = "Late." });

        Assert.Equal(204, first.Status);
        Assert.Equal((400, 40060), (again.Status, (int)again.Body!["code"]!));
        Assert.Equal((404, 10062), (late.Status, (int)late.Body!["code"]!));
        Assert.True(Discord.AnswerTo(asked) is { IsEphemeral: true, Text: "A practice." });
        Assert.Null(Discord.AnswerTo(slow));
        Assert.Empty(Discord.VisibleMessages(Channel));
    }

    [Fact]
    public async Task A_Deferred_Answer_Is_Filled_In_Followed_Up_And_Void_After_Fifteen_Minutes()
    {
        var asked = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career ask"));
        var webhook = $"webhooks/{Discord.ApplicationId}/{asked.Token}";
        await Rest.CallbackAsync(asked, 5);
        var thinking = Discord.AnswerTo(asked);
        await Rest.PostAsync(webhook, new JsonObject { ["content"] = "first" });
        await Rest.PostAsync(webhook, new JsonObject { ["content"] = "second", ["flags"] = 64 });
        await Rest.SendAsync("PATCH", $"{webhook}/messages/@original", new JsonObject { ["content"] = "edited" });
        Clock.Advance(TimeSpan.FromMinutes(15.1));
        var late = await Rest.PostAsync(webhook, new JsonObject { ["content"] = "late" });

        Assert.True(thinking is { IsThinking: true, Message: null });
        var answer = await Discord.WaitForAnswerAsync(asked);
        Assert.Equal("edited", answer.Text);
        Assert.Equal("second", (string?)Assert.Single(answer.FollowUps)["content"]);
        Assert.Equal((401, 50027), (late.Status, (int)late.Body!["code"]!));
    }

    [Fact]
    public async Task A_Button_Changes_Its_Own_Message()
    {
        JsonObject button = new() { ["type"] = 2, ["style"] = 1, ["label"] = "More", ["custom_id"] = "more" };
        JsonObject row = new() { ["type"] = 1, ["components"] = new JsonArray(button) };
        await Rest.PostAsync($"channels/{Channel.Id}/messages", new JsonObject { ["content"] = "tip", ["components"] = new JsonArray(row) });
        var clicked = await Discord.InteractAsync(Ana, Channel, Interaction.Click(Discord.VisibleMessages(Channel)[0], "more"));
        await Rest.CallbackAsync(clicked, 7, new() { ["content"] = "more of it" });

        Assert.Equal("more of it", (string?)Assert.Single(Discord.VisibleMessages(Channel))["content"]);
        Assert.Equal("more of it", Discord.AnswerTo(clicked)?.Text);
    }

    [Fact]
    public async Task A_Form_Is_Opened_And_Comes_Back_Filled_In()
    {
        var (gateway, _) = await ReadyAsync();
        await using var _1 = gateway;
        JsonObject field = new() { ["type"] = 4, ["custom_id"] = "question", ["style"] = 1 };
        JsonObject label = new() { ["type"] = 18, ["label"] = "Your question", ["component"] = field };
        var asked = await Discord.InteractAsync(Ana, Channel, Interaction.Command("career suggest"));
        await Rest.CallbackAsync(asked, 9, new() { ["title"] = "Suggest", ["custom_id"] = "suggest", ["components"] = new JsonArray(label) });
        await Discord.InteractAsync(Ana, Channel, Interaction.Submit(Discord.AnswerTo(asked)!.Modal!, ("question", "What is MLOps?")));

        await gateway.ReceiveAsync("INTERACTION_CREATE");
        var submitted = await gateway.ReceiveAsync("INTERACTION_CREATE");

        Assert.Equal(5, (int)submitted["d"]!["type"]!);
        Assert.Equal("What is MLOps?", (string?)submitted["d"]!["data"]!["components"]![0]!["component"]!["value"]);
    }

    [Fact]
    public async Task What_Is_Being_Typed_Is_Answered_With_Choices()
    {
        var typing = await Discord.InteractAsync(Ana, Channel, Interaction.Autocomplete("career faq", "topic", "port"));
        var message = await Rest.CallbackAsync(typing, 4, new() { ["content"] = "no message" });
        JsonObject choice = new() { ["name"] = "Portfolio", ["value"] = "first-portfolio" };
        await Rest.CallbackAsync(typing, 8, new() { ["choices"] = new JsonArray(choice) });
        var option = typing.Json["data"]!["options"]![0]!["options"]![0]!;

        Assert.Equal(400, message.Status);
        Assert.Equal(("topic", "port", true), ((string?)option["name"], (string?)option["value"], (bool)option["focused"]!));
        Assert.Equal(["Portfolio"], Discord.AnswerTo(typing)!.Choices);
    }

    [Fact]
    public async Task Where_Only_The_User_Installed_The_App_Five_Messages_May_Follow()
    {
        var asked = await Discord.InteractAsync(Ana, Discord.AddGroup(), Interaction.Command("career help"));
        await Rest.CallbackAsync(asked, 4, new() { ["content"] = "0" });
        var statuses = new List<int>();
        for (var number = 1; number <= 6; number++)
        {
            var answer = await Rest.PostAsync($"webhooks/{Discord.ApplicationId}/{asked.Token}", new JsonObject { ["content"] = $"{number}" });
            statuses.Add(answer.Status);
        }

        Assert.Equal(2, (int)asked.Json["context"]!);
        Assert.Equal(Ana.Id, (string?)asked.Json["authorizing_integration_owners"]!["1"]);
        Assert.Equal([200, 200, 200, 200, 200, 400], statuses);
    }
}
