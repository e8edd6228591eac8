using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Features.Admin;
using MLCareerBot.Features.Ask;
using MLCareerBot.Features.Compare;
using MLCareerBot.Features.Facts;
using MLCareerBot.Features.Faq;
using MLCareerBot.Features.Feedback;
using MLCareerBot.Features.Help;
using MLCareerBot.Features.Privacy;
using MLCareerBot.Features.Progress;
using MLCareerBot.Features.Rating;
using MLCareerBot.Features.Roadmap;
using MLCareerBot.Features.Skills;
using MLCareerBot.Features.Sources;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Orders;
using MLCareerBot.Features.Unanswered;

namespace MLCareerBot.Commands;

/// <summary>What the bot can do, a line a verb. Help and the platforms' command lists all come from here.</summary>
internal static class Menu
{
    public static IServiceCollection AddMenu(this IServiceCollection services) => services
        .AddCommand<AskHandler>(new("ask", "Answers a question in your own words.", menu => [menu.Question, menu.Share], "ask where do I start"))
        .AddCommand<FaqHandler>(new("faq", "Lists the questions I can answer.", menu => [menu.Topic, menu.Group]))
        .AddCommand<FactViewHandler>(new("salary", "Shows what the sources say about pay.", menu => [menu.View("salary")]))
        .AddCommand<FactViewHandler>(new("outlook", "Shows what the sources expect of the job market.", menu => [menu.View("outlook")]))
        .AddCommand<SkillsHandler>(new("skills", "Shows who names which skill, or explains one.", menu => [menu.Skill]))
        .AddCommand<RoadmapHandler>(new("roadmap", "Shows the way into the career, step by step.", menu => [menu.Step, menu.Path]))
        .AddCommand<CompareHandler>(new("compare", "Puts the career beside a neighbouring one.", menu => [menu.Role]))
        .AddCommand<TipHandler>(new("tip", "Gives you one thing to do today.", menu => [menu.TipTopic, menu.Share]))
        .AddCommand<TipsOnHandler>(new("tips on", "Sends you a tip a day by direct message.", menu => [menu.Time, menu.Zone, menu.Days, menu.OrderTopic], "tips on 08:30 Europe/Berlin") { NeedsStore = true })
        .AddCommand<TipsOffHandler>(new("tips off", "Stops your daily tips.", _ => []) { NeedsStore = true })
        .AddCommand<TipsPauseHandler>(new("tips pause", "Lets your daily tips rest for a while.", menu => [menu.Until], "tips pause 2 weeks") { NeedsStore = true })
        .AddCommand<TipsStatusHandler>(new("tips status", "Shows how your daily tips stand.", _ => []) { NeedsStore = true })
        .AddCommand<ProgressHandler>(new("progress show", "Shows how far you are on the roadmap.", _ => []) { NeedsStore = true })
        .AddCommand<ProgressHandler>(new(ProgressHandler.Set, "Marks a step of the roadmap.", menu => [menu.RoadmapStep, menu.Status], "progress set A2 doing") { NeedsStore = true })
        .AddCommand<ProgressHandler>(new(ProgressHandler.Reset, "Takes your marks away.", menu => [menu.Sure], ProgressHandler.Reset) { NeedsStore = true })
        .AddCommand<SourcesHandler>(new("sources", "Names the texts behind my answers.", _ => []))
        .AddCommand<PrivacyHandler>(new("privacy show", "Shows what I keep about you.", _ => []) { NeedsStore = true })
        .AddCommand<PrivacyHandler>(new(PrivacyHandler.Export, "Gives you all that I keep about you.", _ => []) { NeedsStore = true })
        .AddCommand<PrivacyHandler>(new(PrivacyHandler.Delete, "Deletes all that I keep about you.", menu => [menu.Sure], PrivacyHandler.Delete) { NeedsStore = true })
        .AddCommand<FeedbackHandler>(new("feedback", "Tells the maintainers something, without your name.", menu => [menu.Words], "feedback more on interviews please") { NeedsStore = true, OpensForm = true })
        .AddCommand<HelpHandler>(new("help", "Lists what I can do.", menu => [menu.Verb]))
        .AddCommand<RateHandler>(new("rate", "Says whether an answer helped.", menu => [menu.Verdict, menu.RatedTopic]) { IsHidden = true, NeedsStore = true })
        .AddCommand<FeedbackHandler>(new("remark", "Says what an answer lacked.", menu => [menu.RatedTopic, menu.Missing]) { IsHidden = true, NeedsStore = true, OpensForm = true })
        .AddCommand<HelpHandler>(new("help", "Lists what admins can do.", menu => [menu.AdminVerb]) { IsAdmin = true })
        .AddCommand<StatusHandler>(new("status", "Shows how the platforms are and what I know.", _ => []) { IsAdmin = true })
        .AddCommand<SetupHandler>(new("setup", "Takes you through setting up a channel's tips.", menu => [menu.Channel, menu.Time, menu.Zone, menu.Days], "setup 09:00 Europe/Berlin") { IsAdmin = true, NeedsStore = true, OpensForm = true })
        .AddCommand<TipsSetHandler>(new("tips set", "Sends a channel a tip a day.", menu => [menu.Channel, menu.Time, menu.Zone, menu.Days, menu.OrderTopic, menu.Pace, menu.Start], "tips set 09:00 Europe/Berlin") { IsAdmin = true, NeedsStore = true, OpensForm = true })
        .AddCommand<TipsListHandler>(new("tips list", "Lists the channels' schedules.", _ => []) { IsAdmin = true, NeedsStore = true })
        .AddCommand<TipsPreviewHandler>(new("tips preview", "Shows you alone what a channel gets next.", menu => [menu.Id]) { IsAdmin = true, NeedsStore = true })
        .AddCommand<TipsRunNowHandler>(new("tips run-now", "Sends a channel's next tip at once.", menu => [menu.Id]) { IsAdmin = true, NeedsStore = true })
        .AddCommand<TipsPauseHandler>(new("tips pause", "Lets a channel's tips rest for a while.", menu => [menu.Until, menu.Id with { NeedsName = true }], "tips pause 2 weeks") { IsAdmin = true, NeedsStore = true })
        .AddCommand<TipsRemoveHandler>(new("tips remove", "Ends a channel's tips.", menu => [menu.Id]) { IsAdmin = true, NeedsStore = true })
        .AddCommand<UnansweredHandler>(new("unanswered list", "Lists what people asked in vain.", _ => []) { IsAdmin = true, NeedsStore = true })
        .AddCommand<UnansweredHandler>(new(UnansweredHandler.Resolve, "Takes a question off the list.", menu => [menu.SettledId], "unanswered resolve 3f2a1c") { IsAdmin = true, NeedsStore = true })
        .AddCommand<UnansweredHandler>(new(UnansweredHandler.Ignore, "Keeps a question off the list.", menu => [menu.SettledId], "unanswered ignore 3f2a1c") { IsAdmin = true, NeedsStore = true })
        .AddCommand<UnansweredHandler>(new(UnansweredHandler.Export, "Writes topics to fill in.", _ => []) { IsAdmin = true, NeedsStore = true })
        .AddCommand<FeedbackListHandler>(new("feedback", "Shows what people had to say.", _ => []) { IsAdmin = true, NeedsStore = true })
        .AddCommand<DoctorHandler>(new("doctor", "Looks for what is broken and says how to mend it.", _ => []) { IsAdmin = true })
        .AddCommand<ExplainHandler>(new("explain", "Shows why a question is answered as it is.", menu => [menu.Question], "explain where do I start") { IsAdmin = true })
        .AddCommand<ReloadHandler>(new("reload", "Reads the knowledge pack again.", _ => []) { IsAdmin = true });

    private static IServiceCollection AddCommand<THandler>(this IServiceCollection services, CommandEntry entry)
        where THandler : class, ICommandHandler =>
        services
            .AddSingleton(entry)
            .AddSingleton<THandler>()
            .AddKeyedSingleton<ICommandHandler>(entry.FullName, (provider, _) => provider.GetRequiredService<THandler>());
}
