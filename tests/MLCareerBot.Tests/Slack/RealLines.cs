namespace MLCareerBot.Tests.Slack;

/// <summary>A command line for every verb, each of its options' choices, and what goes wrong.</summary>
internal static class RealLines
{
    public static IEnumerable<string> Of(TestBot bot) => bot.Table.Commands
        .SelectMany(command => command.Options
            .SelectMany(option => option.Choices.Select(choice => $"{command.Name} {option.Name}:{choice}"))
            .Prepend(command.Name))
        .Concat(["ask where do I start", "ask what should I cook", "ask tell me about data", "nonsense", "roadmap 9"]);
}
