using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Features.Admin;
using MLCareerBot.Features.Ask;
using MLCareerBot.Features.Compare;
using MLCareerBot.Features.Facts;
using MLCareerBot.Features.Faq;
using MLCareerBot.Features.Help;
using MLCareerBot.Features.Rating;
using MLCareerBot.Features.Roadmap;
using MLCareerBot.Features.Skills;
using MLCareerBot.Features.Sources;
using MLCareerBot.Features.Tips;
using MLCareerBot.Features.Tips.Orders;

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
        .AddCommand<TipsOnHandler>(new("tips on", "Sends you a tip a day by direct message.", menu => [menu.Time, menu.Zone, menu.Days, menu.OrderTopic], "tips on 08:30 Europe/Berlin"))
        .AddCommand<TipsOffHandler>(new("tips off", "Stops your daily tips.", _ => []))
        .AddCommand<TipsPauseHandler>(new("tips pause", "Lets your daily tips rest for a while.", menu => [menu.Until], "tips pause 2 weeks"))
        .AddCommand<TipsStatusHandler>(new("tips status", "Shows how your daily tips stand.", _ => []))
        .AddCommand<SourcesHandler>(new("sources", "Names the texts behind my answers.", _ => []))
        .AddCommand<HelpHandler>(new("help", "Lists what I can do.", menu => [menu.Verb]))
        .AddCommand<RateHandler>(new("rate", "Says whether an answer helped.", menu => [menu.Verdict, menu.RatedTopic]) { IsHidden = true })
        .AddCommand<HelpHandler>(new("help", "Lists what admins can do.", menu => [menu.AdminVerb]) { IsAdmin = true })
        .AddCommand<StatusHandler>(new("status", "Shows how the platforms are and what I know.", _ => []) { IsAdmin = true })
        .AddCommand<SetupHandler>(new("setup", "Takes you through setting up a channel's tips.", menu => [menu.Channel, menu.Time, menu.Zone, menu.Days], "setup 09:00 Europe/Berlin") { IsAdmin = true })
        .AddCommand<TipsSetHandler>(new("tips set", "Sends a channel a tip a day.", menu => [menu.Channel, menu.Time, menu.Zone, menu.Days, menu.OrderTopic, menu.Pace, menu.Start], "tips set 09:00 Europe/Berlin") { IsAdmin = true })
        .AddCommand<TipsListHandler>(new("tips list", "Lists the channels' schedules.", _ => []) { IsAdmin = true })
        .AddCommand<TipsPreviewHandler>(new("tips preview", "Shows you alone what a channel gets next.", menu => [menu.Id]) { IsAdmin = true })
        .AddCommand<TipsRunNowHandler>(new("tips run-now", "Sends a channel's next tip at once.", menu => [menu.Id]) { IsAdmin = true })
        .AddCommand<TipsPauseHandler>(new("tips pause", "Lets a channel's tips rest for a while.", menu => [menu.Until, menu.Id with { NeedsName = true }], "tips pause 2 weeks") { IsAdmin = true })
        .AddCommand<TipsRemoveHandler>(new("tips remove", "Ends a channel's tips.", menu => [menu.Id]) { IsAdmin = true })
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
