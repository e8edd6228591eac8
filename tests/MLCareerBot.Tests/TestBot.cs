using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge;
using MLCareerBot.Storage;

namespace MLCareerBot.Tests;

/// <summary>The real services without a network, and one person in one conversation to talk to them.</summary>
internal sealed class TestBot : IDisposable
{
    private const int Seed = 7;

    private static readonly ChatAddress Here = new("test", "general");
    private static readonly ChatUser Ana = new("ana");
    private static readonly ChatUser Admin = new("ada", IsAdmin: true);

    private readonly TestStore _store;
    private readonly bool _ownsStore;
    private readonly ServiceProvider _services;

    /// <param name="change">Takes out or adds services.</param>
    /// <param name="knowledge">What it knows, if not the real pack.</param>
    /// <param name="clock">Its clock, if it is shared.</param>
    /// <param name="store">Where it remembers, if that goes on after this bot.</param>
    public TestBot(Action<IServiceCollection>? change = null, KnowledgeBase? knowledge = null, FakeClock? clock = null, TestStore? store = null)
    {
        _store = store ?? new();
        _ownsStore = store is null;
        Clock = clock ?? new();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton(knowledge ?? RealKnowledge.Base)
            .AddSingleton(new KnowledgeFolder(RepositoryFolder.PathOf("knowledge")))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(Seed))
            .AddCareerBot()
            .AddStorage(_store.Options);
        change?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeClock Clock { get; }

    public TestLog Log { get; } = new();

    public IServiceProvider Services => _services;

    public CommandRouter Router => _services.GetRequiredService<CommandRouter>();

    public CommandTable Table => _services.GetRequiredService<CommandTable>();

    /// <summary>Says something in plain words.</summary>
    public Task<ChatReply> SayAsync(string text) => SayAsync(text, Here, Ana);

    public Task<ChatReply> SayAsync(string text, ChatAddress address, ChatUser user, CancellationToken cancellationToken = default) =>
        Router.RespondAsync(new(address, user, text), cancellationToken);

    /// <summary>Sends a slash command, as a platform hands it over.</summary>
    public Task<ChatReply> CommandAsync(string text) =>
        Router.RespondAsync(new(Here, Ana, text) { IsCommand = true }, default);

    /// <summary>Sends a slash command with its values apart, as a platform with fields hands it over.</summary>
    public Task<ChatReply> CommandAsync(string verb, params (string Name, string Value)[] fields) =>
        Router.RespondAsync(new(Here, Ana, verb) { IsCommand = true, Options = FieldsOf(fields) }, default);

    /// <summary>Sends a command of the admins' root, as an admin.</summary>
    public Task<ChatReply> AdminAsync(string text) =>
        Router.RespondAsync(new(Here, Admin, text) { IsAdminCommand = true }, default);

    public static Dictionary<string, string> FieldsOf((string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    /// <summary>Says several things, one after the other, and gives the last reply.</summary>
    public async Task<ChatReply> ConverseAsync(params string[] texts)
    {
        foreach (var text in texts[..^1])
        {
            await SayAsync(text);
        }

        return await SayAsync(texts[^1]);
    }

    public void Dispose()
    {
        _services.Dispose();
        if (_ownsStore)
        {
            _store.Dispose();
        }
    }
}
