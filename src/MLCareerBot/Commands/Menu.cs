using Microsoft.Extensions.DependencyInjection;
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
        .AddCommand<SourcesHandler>(new("sources", "Names the texts behind my answers.", _ => []))
        .AddCommand<HelpHandler>(new("help", "Lists what I can do.", menu => [menu.Verb]))
        .AddCommand<RateHandler>(new("rate", "Says whether an answer helped.", menu => [menu.Verdict, menu.RatedTopic]) { IsHidden = true })
        .AddCommand<HelpHandler>(new("help", "Lists what admins can do.", menu => [menu.AdminVerb]) { IsAdmin = true });

    private static IServiceCollection AddCommand<THandler>(this IServiceCollection services, CommandEntry entry)
        where THandler : class, ICommandHandler =>
        services
            .AddSingleton(entry)
            .AddSingleton<THandler>()
            .AddKeyedSingleton<ICommandHandler>(entry.FullName, (provider, _) => provider.GetRequiredService<THandler>());
}
