using System.Text.Json.Nodes;
using MLCareerBot.Chat;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>All kinds of bodies that the bot sends, for tests/peers/discord-openapi.mjs to hold against Discord's own description.</summary>
public sealed class RecordingTests
{
    [Fact]
    public async Task Every_Body_We_Send_Can_Be_Recorded()
    {
        var slow = new SlowHandler();
        await using var life = await DiscordLife.StartAsync(slow.Add);
        await AnswerLateAsync(life, slow);
        await UseEveryVerbAsync(life);
        await life.AnswerAsync(Interaction.Autocomplete("career ask", "question", "how"), life.General);
        var asked = await life.CommandAsync("career ask", ("question", "how much do machine learning engineers earn"));
        var form = await life.ClickAsync(asked.Message!, "👎");
        await life.AnswerAsync(Interaction.Submit(form.Modal!, ("text", "Figures for Peru.")), life.General);
        await life.AnswerAsync(Interaction.Command("career-admin tips set", ("channel", life.General), ("zone", "Europe/Berlin")) with { MemberPermissions = 32 }, life.General);
        await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> roadmap");
        await life.SayAsync(life.Discord.DirectMessages(life.Ana), "which programming languages should I learn?");
        await life.Platform.SendAsync(new(ChatAddress.DirectTo("discord", life.Ana.Id), new("Tip", new ReplyBlock.Paragraph("Read one paper.")), "k1"), default);

        // A request takes effect before its own answer has gone out.
        await life.Discord.UntilAsync(() => life.Discord.Requests.All(request => request.Status is not null));
        var bodies = life.Discord.Requests.Where(request => request.Body is not null).ToList();

        Assert.All(bodies, request => Assert.InRange(request.Status ?? 0, 200, 299));
        Assert.InRange(bodies.Count, 40, 400);
        if (Environment.GetEnvironmentVariable("MLCAREERBOT_RECORD") is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, new JsonArray([.. bodies.Select(Recorded)]).ToJsonString());
        }
    }

    // Every verb with every value of every option, in the answer and in its public copy.
    private static async Task UseEveryVerbAsync(DiscordLife life)
    {
        foreach (var command in life.Bot.Table.Commands.Concat(life.Bot.Table.AdminCommands))
        {
            (string, object)[] required = [.. command.Options.Where(option => option.IsRequired).Select(option => (option.Name, (object)"salary"))];
            (string, object)[][] calls = [required, .. command.Options.Where(option => !option.IsRequired && option.Name != "share").SelectMany(option => option.Choices.Take(3).Select(choice => ((string, object)[])[.. required, (option.Name, choice)]))];
            foreach (var call in calls)
            {
                var answer = await life.AnswerAsync(Interaction.Command(command.FullName, call) with { MemberPermissions = 32 }, life.General);
                if (answer.Message.Buttons().Any(button => button.Label == "Share in channel"))
                {
                    await life.ClickAsync(answer.Message!, "Share in channel");
                }
            }
        }
    }

    // A promise, an edit of it, and what did not fit into one message.
    private static async Task AnswerLateAsync(DiscordLife life, SlowHandler slow)
    {
        var asked = await life.Discord.InteractAsync(life.Ana, life.General, Interaction.Command($"career {SlowHandler.Verb}"));
        await life.Clock.UntilSomethingWaitsAsync(wait => wait == TimeSpan.FromSeconds(1));
        life.Clock.Advance(TimeSpan.FromSeconds(1));
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked) is not null);
        slow.Finish(new("Long", [.. Enumerable.Range(0, 30).Select(number => new ReplyBlock.Paragraph($"{number} {new string('x', 300)}"))]));
        await life.Discord.UntilAsync(() => life.Discord.AnswerTo(asked)?.FollowUps.Count >= 2);
    }

    private static JsonObject Recorded(RecordedRequest request) => new()
    {
        ["method"] = request.Method,
        ["path"] = request.Path,
        ["body"] = request.Body?.DeepClone(),
    };
}
