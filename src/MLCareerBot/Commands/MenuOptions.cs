using System.Globalization;
using MLCareerBot.Features.Rating;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Commands;

/// <summary>The verbs' options with the values that a pack gives them.</summary>
internal sealed class MenuOptions(KnowledgePack pack, IReadOnlyList<string> verbs, IReadOnlyList<string> adminVerbs)
{
    /// <summary>The name of <see cref="Share"/>.</summary>
    public const string ShareName = "share";

    public CommandOption Question { get; } = new("question", "your question, in your own words") { TakesText = true, IsRequired = true };

    public CommandOption Topic { get; } = new("topic", "one of the questions I can answer")
    {
        Choices = [.. pack.Topics.Select(topic => topic.Id)],
        TakesText = true,
    };

    public CommandOption Group { get; } = new("group", "a group of questions")
    {
        Choices = [.. pack.Groups.Select(group => group.Id)],
        AlsoReads = [.. pack.Groups.Select(group => group.Title)],
    };

    public CommandOption Skill { get; } = new("name", "one skill")
    {
        Choices = [.. pack.Skills.Select(skill => skill.Name)],
        AlsoReads = [.. pack.Skills.SelectMany(skill => skill.Aliases.Prepend(skill.Id))],
        TakesText = true,
    };

    public CommandOption Step { get; } = new("step", "the number of a step")
    {
        Choices = [.. Enumerable.Range(1, LongestPath(pack)).Select(number => number.ToString(CultureInfo.InvariantCulture))],
    };

    public CommandOption Path { get; } = new("source", "whose path")
    {
        Choices = [.. pack.Roadmap.Paths.Select(path => path.Source)],
    };

    public CommandOption Role { get; } = new("role", "the other role")
    {
        Choices = [.. pack.Comparisons.Select(comparison => comparison.Role)],
        AlsoReads = [.. pack.Comparisons.Select(comparison => comparison.Name)],
    };

    public CommandOption TipTopic { get; } = new("topic", "what the tip is about")
    {
        Choices = [.. pack.Groups.Select(group => group.Id).Where(id => TippedTopics(pack).Any(topic => topic.Group == id))],
        // A tip's own id brings that very tip again.
        AlsoReads = [.. TippedTopics(pack).Select(topic => topic.Id), .. pack.Tips.Select(tip => tip.Id)],
    };

    public CommandOption Verb { get; } = new("verb", "one command") { Choices = verbs };

    public CommandOption AdminVerb { get; } = new("verb", "one command for admins") { Choices = adminVerbs };

    public CommandOption Share { get; } = new(ShareName, "show the reply to everyone here")
    {
        Choices = ["true", "false"],
        AlsoReads = ["yes", "no"],
        NeedsName = true,
    };

    public CommandOption Verdict { get; } = new("verdict", "whether the answer helped") { Choices = [RateHandler.Poor, RateHandler.Good], IsRequired = true };

    public CommandOption RatedTopic { get; } = new("topic", "the question answered") { Choices = [.. pack.Topics.Select(topic => topic.Id)], IsRequired = true };

    /// <summary>What a verb for figures can show.</summary>
    public CommandOption View(string verb) => new("view", "what to show")
    {
        Choices = [.. pack.Views.Where(view => view.Verb == verb).Select(view => view.Name)],
    };

    private static int LongestPath(KnowledgePack pack) =>
        pack.Roadmap.Paths.Select(path => path.Steps.Count).DefaultIfEmpty().Max();

    private static IEnumerable<Topic> TippedTopics(KnowledgePack pack) =>
        pack.Topics.Where(topic => pack.Tips.Any(tip => tip.Topic == topic.Id));
}
