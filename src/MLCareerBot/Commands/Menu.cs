using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Features.Ask;
using MLCareerBot.Features.Compare;
using MLCareerBot.Features.Facts;
using MLCareerBot.Features.Faq;
using MLCareerBot.Features.Help;
using MLCareerBot.Features.Roadmap;
using MLCareerBot.Features.Skills;
using MLCareerBot.Features.Sources;
using MLCareerBot.Features.Tips;

namespace MLCareerBot.Commands;

/// <summary>What the bot can do, a line a verb. Help and the platforms' command lists all come from here.</summary>
internal static class Menu
{
    public static IServiceCollection AddMenu(this IServiceCollection services) => services
        .AddCommand<AskHandler>("ask", "Answers a question in your own words.", menu => [menu.Question], "ask where do I start")
        .AddCommand<FaqHandler>("faq", "Lists the questions I can answer.", menu => [menu.Topic, menu.Group])
        .AddCommand<FactViewHandler>("salary", "Shows what the sources say about pay.", menu => [menu.View("salary")])
        .AddCommand<FactViewHandler>("outlook", "Shows what the sources expect of the job market.", menu => [menu.View("outlook")])
        .AddCommand<SkillsHandler>("skills", "Shows who names which skill, or explains one.", menu => [menu.Skill])
        .AddCommand<RoadmapHandler>("roadmap", "Shows the way into the career, step by step.", menu => [menu.Step, menu.Path])
        .AddCommand<CompareHandler>("compare", "Puts the career beside a neighbouring one.", menu => [menu.Role])
        .AddCommand<TipHandler>("tip", "Gives you one thing to do today.", menu => [menu.TipTopic])
        .AddCommand<SourcesHandler>("sources", "Names the texts behind my answers.")
        .AddCommand<HelpHandler>("help", "Lists what I can do.", menu => [menu.Verb]);

    private static IServiceCollection AddCommand<THandler>(
        this IServiceCollection services,
        string name,
        string summary,
        Func<MenuOptions, IReadOnlyList<CommandOption>>? options = null,
        string? example = null)
        where THandler : class, ICommandHandler =>
        services
            .AddSingleton(new CommandEntry(name, summary, options ?? (_ => []), example))
            .AddSingleton<THandler>()
            .AddKeyedSingleton<ICommandHandler>(name, (provider, _) => provider.GetRequiredService<THandler>());
}
