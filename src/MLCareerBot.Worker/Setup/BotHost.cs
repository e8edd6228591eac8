using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Operations;
using MLCareerBot.Storage;

namespace MLCareerBot.Worker.Setup;

/// <summary>What every verb that talks stands on: settings, logs, the knowledge and the bot.</summary>
internal static class BotHost
{
    // A container is killed ten seconds after it was asked to stop.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(9);

    /// <summary>A builder to which a verb adds what it runs.</summary>
    public static HostApplicationBuilder CreateBuilder()
    {
        // The defaults would watch files for changes and read variables that are not ours.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddBotSettings();
        builder.Logging.AddQuietConsole();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddKnowledge();
        builder.Services.AddCareerBot();
        builder.Services.AddStorage();
        builder.Services.AddTipSettings();
        builder.Services.AddSingleton<IDoctorCheck, SettingsFileCheck>();
        builder.Services.AddSingleton<IDoctorCheck, UnknownSettingsCheck>();
        builder.Services.AddHostedService<EndingSignals>();
        return builder;
    }

    /// <summary>The host, its settings checked.</summary>
    public static IHost BuildChecked(this HostApplicationBuilder builder)
    {
        var host = builder.Build();
        try
        {
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            return host;
        }
        catch (InvalidOperationException exception)
        {
            // Words where a number should be.
            throw new SetupException($"A setting has the wrong form: {exception.Message} Look at appsettings.example.json for the right one.");
        }
    }

    /// <summary>Adds the sending of daily tips. To be added after what it sends them on, for what is added last ends first.</summary>
    public static void AddDailyTips(this HostApplicationBuilder builder) => builder.Services.AddHostedService<TipWorker>();

    /// <summary>Adds what runs the platforms.</summary>
    public static void AddPlatformWorker(this HostApplicationBuilder builder) => builder.Services.AddHostedService<ChatWorker>();

    /// <summary>Runs until the platforms end or the program is told to stop; throws what one of them broke down with.</summary>
    public static async Task RunAsync(this HostApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var host = builder.BuildChecked();

        // Before the host starts: it would log what is the operator's to mend as a crash, stack trace and all.
        host.Services.GetRequiredService<KnowledgeBase>();

        var workers = host.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await host.RunAsync(cancellationToken);
        foreach (var broken in workers.Select(worker => worker.ExecuteTask).OfType<Task>().Where(task => task.IsFaulted))
        {
            await broken;
        }
    }

    // Replies go to standard output, so nothing else does.
    private static void AddQuietConsole(this ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None) // What breaks a platform is thrown and said once.
        .AddSimpleConsole(format => format.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    private static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptions.Validator>();
        services.AddOptions<KnowledgeOptions>().BindConfiguration(KnowledgeOptions.Section).ValidateOnStart();
        services.AddSingleton(provider => new KnowledgeFolder(provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Folder()));
        services.AddSingleton(provider => Open(provider.GetRequiredService<KnowledgeFolder>(), provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value));
    }

    private static KnowledgeBase Open(KnowledgeFolder folder, KnowledgeOptions options) => folder.Read() switch
    {
        { Pack: { } pack } => new(pack, new() { KeepPercent = options.KeepPercent }),
        { Faults: var faults } => throw new SetupException(
            $"The knowledge pack in {folder.Path} cannot be used. Mend it, or set Knowledge:Directory to another.\n{string.Join('\n', faults)}"),
    };
}
