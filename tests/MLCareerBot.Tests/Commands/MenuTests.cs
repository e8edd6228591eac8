using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Commands;

public sealed class MenuTests : IDisposable
{
    private readonly TestBot _bot = new();

    [Fact]
    public void Names_Every_Verb_Once() => Assert.Equal(
        [
            "ask", "faq", "salary", "outlook", "skills", "roadmap", "compare", "tip",
            "tips on", "tips off", "tips pause", "tips status", "progress show", "progress set", "progress reset",
            "sources", "privacy show", "privacy export", "privacy delete", "feedback", "help",
        ],
        _bot.Table.Commands.Select(command => command.Name));

    [Fact]
    public void Verbs_And_Options_Are_Described_In_A_Few_Words() => Assert.All(_bot.Table.Commands, command =>
    {
        Assert.InRange(command.Summary.Length, 10, 60);
        Assert.EndsWith(".", command.Summary, StringComparison.Ordinal);
        Assert.All(command.Options, option => Assert.InRange(option.Description.Length, 5, 60));
        Assert.All(command.Options, option => Assert.True(option.TakesText || option.Choices.Count > 0));
    });

    [Fact]
    public async Task Every_Example_Works()
    {
        foreach (var command in _bot.Table.Commands.Where(command => command.Example is not null))
        {
            var reading = CommandLine.Read(new(new("test", "general"), new("ana"), command.Example!), _bot.Table);

            Assert.Equal(command, Assert.IsType<CommandReading.Call>(reading).Value.Command);
            Assert.NotNull((await _bot.SayAsync(command.Example!)).Outcome);
        }
    }

    [Fact]
    public async Task Every_Choice_Works()
    {
        foreach (var (command, option, choice) in Choices())
        {
            var line = $"{(command.Options[0].IsRequired ? command.Example : command.Name)} {option.Name}:{choice}";

            var reply = await _bot.CommandAsync(line);

            Assert.True(command.Name == CommandTable.Help || reply.IsPrivate == command.NeedsStore, line);
        }

        Assert.Empty(_bot.Log.Lines);
    }

    [Fact]
    public async Task Every_Next_Step_Leads_Somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(_bot.Table.Commands.Where(command => !command.NeedsStore).Select(command => command.Example ?? command.Name).Append("faq").Append("roadmap"));
        while (open.TryDequeue(out var says))
        {
            var reply = await _bot.SayAsync(says);
            Assert.True(says.StartsWith("help", StringComparison.Ordinal) || !reply.IsPrivate, says);
            Assert.True(reply.FollowUps.Count <= ChatReply.MaxFollowUps, says);
            Assert.Equal(reply.FollowUps.Select(next => next.Says).Distinct(StringComparer.Ordinal), reply.FollowUps.Select(next => next.Says));
            foreach (var next in reply.FollowUps.Where(next => seen.Add(next.Says)))
            {
                Assert.IsType<CommandReading.Call>(CommandLine.Read(
                    new(new("test", "general"), new("ana"), next.Says) { IsCommand = true }, _bot.Table));
                open.Enqueue(next.Says);
            }
        }

        Assert.True(seen.Count > RealKnowledge.Pack.Topics.Count);
    }

    [Fact]
    public async Task Whatever_States_Something_Of_The_Sources_Names_Them()
    {
        var verbs = _bot.Table.Commands.Where(command => !command.NeedsStore).Select(command => command.Name).Except([CommandTable.Help, CommandTable.Ask, "faq"], StringComparer.Ordinal);
        var choices = Choices().Where(choice => !choice.Command.NeedsStore && choice.Option.Name is not ("group" or "verb") && !choice.Option.NeedsName).Select(choice => $"{choice.Command.Name} {choice.Option.Name}:{choice.Choice}");
        foreach (var text in verbs.Concat(choices))
        {
            Assert.True((await _bot.CommandAsync(text)).Sources.Count > 0, text);
        }
    }

    [Fact]
    public async Task Another_Career_Is_Another_Folder()
    {
        using var folder = new TinyPack();
        using var bot = new TestBot(knowledge: new KnowledgeBase(PackReader.Read(folder.Folder).Pack!));

        foreach (var command in bot.Table.Commands)
        {
            var reply = await bot.CommandAsync(command.Options.Any(option => option.IsRequired) ? $"{command.Name} what do bakers make" : command.Name);

            Assert.DoesNotContain("machine", reply.AllText(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("engineer", reply.AllText(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(bot.Log.Lines);
    }

    public void Dispose() => _bot.Dispose();

    private IEnumerable<(Command Command, CommandOption Option, string Choice)> Choices() =>
        from command in _bot.Table.Commands
        from option in command.Options
        from choice in option.Choices
        select (command, option, choice);
}
