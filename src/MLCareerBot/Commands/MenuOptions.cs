using System.Globalization;
using MLCareerBot.Features.Rating;
using MLCareerBot.Features.Tips.Schedule;
using MLCareerBot.Features.Tips.Orders;
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
        AlsoReads = [.. pack.Roadmap.Paths.SelectMany(path => path.Steps).Select(step => step.Id)],
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

    public CommandOption OrderTopic { get; } = new("topic", "what the tips are about")
    {
        Choices = [.. pack.Groups.Select(group => group.Id).Where(id => TippedTopics(pack).Any(topic => topic.Group == id))],
        AlsoReads = [.. TippedTopics(pack).Select(topic => topic.Id)],
    };

    public CommandOption Time { get; } = new("time", "a time of day, such as 08:30")
    {
        TakesText = true,
        Looks = text => TimeText.Read(text) is not null,
        Offers = ["08:00", "09:00", "12:00", "17:00"],
    };

    public CommandOption Zone { get; } = new("zone", "a time zone, such as Europe/Berlin") { TakesText = true, Looks = ZoneNames.LooksLikeOne, Offers = ZoneNames.All };

    public CommandOption Days { get; } = new("days", "days of the week, such as mon-fri")
    {
        TakesText = true,
        Looks = text => WeekdaysText.Read(text) is not null,
        Offers = WeekdaysText.Offers,
    };

    public CommandOption Until { get; } = new("until", "a date, a weekday, or 2 weeks") { TakesText = true, IsRequired = true };

    public CommandOption Channel { get; } = new("channel", "where the tips go; without it, here") { TakesText = true, IsChannel = true, Looks = ChannelText.LooksLikeOne };

    public CommandOption Pace { get; } = new("pace", "roadmap: a step of it a week") { Choices = ["mixed", "roadmap"] };

    public CommandOption Start { get; } = new("start", "the day a cohort began or begins") { TakesText = true, NeedsName = true, Looks = _ => true };

    public CommandOption RoadmapStep { get; } = new("step", "a step of the roadmap, such as A2")
    {
        Choices = [.. pack.Roadmap.Paths.SelectMany(path => path.Steps).Select(step => step.Id)],
        AlsoReads =
        [
            .. pack.Roadmap.Paths.SelectMany(path => path.Steps).Select(step => step.Title),
            .. Enumerable.Range(1, LongestPath(pack)).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ],
        IsRequired = true,
    };

    public CommandOption Status { get; } = new("status", "how far you are with it") { Choices = ["done", "doing", "skip", "not-started"], IsRequired = true };

    public CommandOption Sure { get; } = new("sure", "yes, without being asked") { Choices = ["yes"], AlsoReads = ["sure", "true"] };

    public CommandOption Words { get; } = new("text", "what you have to say") { TakesText = true, IsRequired = true };

    public CommandOption Missing { get; } = new("text", "what was missing? (optional)") { TakesText = true };

    public CommandOption SettledId { get; } = new("id", "the id before a question in the list") { TakesText = true, IsRequired = true };

    public CommandOption Id { get; } = new("id", "the letters before a schedule in the list") { TakesText = true };

    public CommandOption Verb { get; } = new("verb", "one command") { Choices = verbs, AlsoReads = FirstWords(verbs) };

    public CommandOption AdminVerb { get; } = new("verb", "one command for admins") { Choices = adminVerbs, AlsoReads = FirstWords(adminVerbs) };

    public CommandOption Share { get; } = new(ShareName, "show the reply to everyone here")
    {
        Choices = ["true", "false"],
        AlsoReads = ["yes", "no"],
        NeedsName = true,
    };

    public CommandOption Verdict { get; } = new("verdict", "whether the answer helped") { Choices = [RateHandler.Poor, RateHandler.Good], IsRequired = true };

    public CommandOption RatedTopic { get; } = new("topic", "the question answered") { Choices = [.. pack.Topics.Select(topic => topic.Id), .. pack.Intents.Select(intent => intent.Id)], IsRequired = true };

    /// <summary>What a verb for figures can show.</summary>
    public CommandOption View(string verb) => new("view", "what to show")
    {
        Choices = [.. pack.Views.Where(view => view.Verb == verb).Select(view => view.Name)],
    };

    // Of several verbs at once: "help tips".
    private static IReadOnlyList<string> FirstWords(IReadOnlyList<string> names) =>
        [.. names.Where(name => name.Contains(' ', StringComparison.Ordinal)).Select(name => name.Split(' ')[0]).Distinct(StringComparer.Ordinal)];

    private static int LongestPath(KnowledgePack pack) =>
        pack.Roadmap.Paths.Select(path => path.Steps.Count).DefaultIfEmpty().Max();

    private static IEnumerable<Topic> TippedTopics(KnowledgePack pack) =>
        pack.Topics.Where(topic => pack.Tips.Any(tip => tip.Topic == topic.Id));
}
