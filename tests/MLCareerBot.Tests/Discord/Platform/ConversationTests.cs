using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>People and the bot on Discord, over real sockets.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task Every_Verb_Is_Answered_At_Once_And_To_The_Asker_Alone()
    {
        await using var life = await DiscordLife.StartAsync();

        foreach (var command in life.Bot.Table.Commands)
        {
            var required = command.Options.Where(option => option.IsRequired).Select(option => (option.Name, (object)"how much do ml engineers make"));
            var answer = await life.CommandAsync($"career {command.Name}", [.. required]);

            Assert.Equal((CallbackType.Message, true), (answer.Callback, answer.IsEphemeral));
            Assert.StartsWith("## ", answer.Message.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_Question_Gets_Its_Figures_With_Their_Sources()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.CommandAsync("career ask", ("question", "how much do ml engineers make"));

        Assert.Contains("$112,430", answer.Message.Text(), StringComparison.Ordinal);
        Assert.Contains("Source: B", answer.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Values_Of_Fields_Reach_The_Verb()
    {
        await using var life = await DiscordLife.StartAsync();

        var hourly = await life.CommandAsync("career salary", ("view", "hourly"));
        var step = await life.CommandAsync("career roadmap", ("step", "2"), ("source", "C"));

        Assert.Contains("$54.05", hourly.Message.Text(), StringComparison.Ordinal);
        Assert.Contains("Step 2 of 5 in C", step.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Follow_Up_Is_Understood_Through_The_Answer_Before_It()
    {
        await using var life = await DiscordLife.StartAsync();

        await life.CommandAsync("career ask", ("question", "how much do ml engineers make"));
        var answer = await life.CommandAsync("career ask", ("question", "and per hour?"));

        Assert.Contains("$54.05", answer.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_A_Question_Brings_Up_The_Questions_There_Are()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.AnswerAsync(Interaction.Autocomplete("career ask", "question", "how long"), life.General);

        Assert.StartsWith("How long", answer.Choices[0], StringComparison.Ordinal);
        Assert.InRange(answer.Choices.Count, 1, 25);
    }

    [Fact]
    public async Task Typing_A_Skill_Brings_Up_The_Skills_There_Are()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.AnswerAsync(Interaction.Autocomplete("career skills", "name", "pyt"), life.General);

        Assert.Contains("Python", answer.Choices);
    }

    [Fact]
    public async Task A_Button_Leads_On_To_Its_Own_Question()
    {
        await using var life = await DiscordLife.StartAsync();
        var asked = await life.CommandAsync("career ask", ("question", "what is a machine learning engineer"));
        var next = asked.Message.Buttons()[0].Label;

        var answer = await life.ClickAsync(asked.Message!, next);

        Assert.StartsWith($"## {next}", answer.Message.Text(), StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
    }

    [Fact]
    public async Task Sharing_Shows_The_Very_Answer_To_Everyone_And_Who_Shared_It()
    {
        await using var life = await DiscordLife.StartAsync();
        var asked = await life.CommandAsync("career ask", ("question", "do I need a degree"));

        var shared = await life.ClickAsync(asked.Message!, "Share in channel");

        Assert.Contains($"Shared by <@{life.Ana.Id}>", shared.Message.Text(), StringComparison.Ordinal);
        Assert.EndsWith(asked.Message.Text(), shared.Message.Text(), StringComparison.Ordinal);
        Assert.Equal(shared.Message!["id"]?.ToString(), Assert.Single(life.Discord.VisibleMessages(life.General))["id"]?.ToString());
    }

    [Fact]
    public async Task Asking_With_Share_Answers_For_Everyone()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.CommandAsync("career ask", ("question", "do I need a degree"), ("share", true));

        Assert.False(answer.IsEphemeral);
    }

    [Theory]
    [InlineData("sky weather tomorrow")]
    [InlineData("can you get me a visa")]
    public async Task What_Is_No_Answer_Is_The_Askers_Alone_Though_Sharing_Was_Asked_For(string question)
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.CommandAsync("career ask", ("question", question), ("share", true));

        Assert.True(answer.IsEphemeral);
        Assert.Empty(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task An_Answer_That_Discord_Refuses_Is_Owned_Up_To()
    {
        await using var life = await DiscordLife.StartAsync();
        life.Discord.Faults.Next("POST interactions/*/*/callback", Fault.Refusal(400, 50035, "Invalid Form Body"));

        var answer = await life.CommandAsync("career salary");

        Assert.Contains("Something went wrong", answer.Message.Text(), StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
        Assert.Single(life.Bot.Log.Lines, line => line.Level == LogLevel.Error);
    }

    [Fact]
    public async Task A_Shared_Tip_Is_The_Tip_That_Was_Seen()
    {
        await using var life = await DiscordLife.StartAsync();
        var tip = await life.CommandAsync("career tip");

        var shared = await life.ClickAsync(tip.Message!, "Share in channel");

        Assert.EndsWith(tip.Message.Text(), shared.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Rating_Is_Thanked_For_In_Private()
    {
        await using var life = await DiscordLife.StartAsync();
        var asked = await life.CommandAsync("career ask", ("question", "do I need a degree"));

        var thanks = await life.ClickAsync(asked.Message!, "👍");

        Assert.True(thanks.IsEphemeral);
        Assert.Contains("Thank", thanks.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Mention_Is_Answered_In_The_Channel_As_A_Reply()
    {
        await using var life = await DiscordLife.StartAsync();

        var reply = await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> do I need a PhD?");

        Assert.Contains("Ph.D.", reply.Text(), StringComparison.Ordinal);
        Assert.Equal(life.Discord.VisibleMessages(life.General)[0]["id"]?.ToString(), reply["message_reference"]?["message_id"]?.ToString());
    }

    [Fact]
    public async Task A_Mention_In_A_Thread_Is_Answered_In_The_Thread()
    {
        await using var life = await DiscordLife.StartAsync();
        var thread = life.Discord.AddThread(life.General, "salaries");

        var reply = await life.SayAsync(thread, $"<@{life.Discord.BotUserId}> salary hourly");

        Assert.Contains("$54.05", reply.Text(), StringComparison.Ordinal);
        Assert.Empty(life.Discord.VisibleMessages(life.General));
    }

    [Fact]
    public async Task A_Direct_Message_Is_A_Question()
    {
        await using var life = await DiscordLife.StartAsync();

        var reply = await life.SayAsync(life.Discord.DirectMessages(life.Ana), "which programming languages should I learn?");

        Assert.Contains("Python", reply.Text(), StringComparison.Ordinal);
        Assert.Null(reply["message_reference"]);
    }

    [Fact]
    public async Task Slash_Commands_Work_In_Direct_Messages_Too()
    {
        await using var life = await DiscordLife.StartAsync();

        var answer = await life.AnswerAsync(Interaction.Command("career sources"), life.Discord.DirectMessages(life.Ana));

        Assert.StartsWith("## Where my answers come from", answer.Message.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Message.Buttons(), button => button.Label == "Share in channel");
    }

    [Fact]
    public async Task A_Message_Of_Somebody_Else_Can_Be_Answered_From_Its_Menu()
    {
        await using var life = await DiscordLife.StartAsync();
        var message = await life.Discord.SayAsync(life.General, life.Discord.AddUser("ben"), "help! how long does it take to become an ml engineer?");

        var answer = await life.AnswerAsync(Interaction.MessageCommand("Answer with MLCareerBot", message), life.General);

        Assert.Contains("How long", answer.Message.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_Is_Answered_Who_Did_Not_Ask()
    {
        await using var life = await DiscordLife.StartAsync();
        var robot = life.Discord.AddUser("robot", isBot: true);
        var mention = $"<@{life.Discord.BotUserId}> salary";

        await life.Discord.SayAsync(life.General, life.Ana, "how much do ml engineers make?");
        await life.Discord.SayAsync(life.General, robot, mention);
        await life.Discord.SayAsync(life.General, life.Discord.Bot, mention);
        await life.Discord.SayAsync(life.General, life.Ana, mention, webhookId: "1");
        await life.SayAsync(life.General, mention);

        Assert.Equal(6, life.Discord.VisibleMessages(life.General).Count);
    }

    [Fact]
    public async Task Everything_The_Bot_Writes_Pings_Nobody()
    {
        await using var life = await DiscordLife.StartAsync();
        var asked = await life.CommandAsync("career ask", ("question", "@everyone <@1> do I need a degree"));
        await life.ClickAsync(asked.Message!, "Share in channel");
        await life.SayAsync(life.General, $"<@{life.Discord.BotUserId}> @here <@&7> salary");

        var bodies = life.Discord.Requests.Where(request => request.Method == "POST").Select(request => request.Body?["data"] ?? request.Body).ToList();

        Assert.Equal(3, bodies.Count);
        Assert.All(bodies, body => Assert.Equal("[]", body?["allowed_mentions"]?["parse"]?.ToJsonString()));
    }
}
