using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Discord;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>The real bot on the fake Discord, over real sockets: a server, a channel, a person and a clock that stands still.</summary>
internal sealed class DiscordLife : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mlcareerbot-discord-").FullName;
    private CancellationTokenSource _stop = new();
    private readonly List<TestBot> _bots = [];

    private DiscordLife(FakeDiscord discord, FakeClock clock)
    {
        Clock = clock;
        Discord = discord;
        Server = discord.AddGuild("Bootcamp");
        General = discord.AddChannel(Server, "general");
        Ana = discord.AddUser("ana");
    }

    /// <summary>The clock of both sides.</summary>
    public FakeClock Clock { get; }

    public FakeDiscord Discord { get; }

    public FakeGuild Server { get; }

    public FakeChannel General { get; }

    public FakeUser Ana { get; }

    /// <summary>What every bot remembers in; each has a store of its own if there is none.</summary>
    public TestStore? Store { get; init; }

    /// <summary>The bot that was started last.</summary>
    public TestBot Bot => _bots[^1];

    public IChatPlatform Platform => Bot.Services.GetRequiredService<IChatPlatform>();

    /// <summary>The end of the bot that was started last.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>A fake Discord and no bot yet.</summary>
    public static async Task<DiscordLife> PrepareAsync(TestStore? store = null)
    {
        var clock = new FakeClock();
        return new(await FakeDiscord.StartAsync(clock), clock) { Store = store };
    }

    /// <summary>A fake Discord with the bot connected and its commands set.</summary>
    public static async Task<DiscordLife> StartAsync(Action<IServiceCollection>? change = null)
    {
        var life = await PrepareAsync();
        life.StartBot(change);
        await life.UntilReadyAsync();
        return life;
    }

    /// <summary>Starts a bot; <see cref="Running"/> is its life.</summary>
    public void StartBot(Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var bot = new TestBot(services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Discord:Token"] = Discord.Token,
                ["Discord:ApiBaseUrl"] = Discord.ApiBaseUrl.ToString(),
                ["Discord:StateDirectory"] = _folder,
            }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build());
            services.AddDiscord();
            change?.Invoke(services);
        }, clock: Clock, store: Store);
        _bots.Add(bot);
        _stop.Dispose();
        _stop = new();
        Running = Platform.RunAsync(_stop.Token);
    }

    /// <summary>Waits until the bot is connected and has looked at its commands.</summary>
    public Task UntilReadyAsync() => Bot.Log.UntilAsync("Discord ready:");

    /// <summary>Lets time pass until the bot has connected, then stands still until it is ready: its heartbeats are not to be outrun.</summary>
    public async Task PassTimeUntilReadyAsync()
    {
        while (Discord.Connections.Count == 0 && !Running.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }

        await UntilReadyAsync();
    }

    /// <summary>Stops the bot and waits for its end.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        while (await Task.WhenAny(Running, Task.Delay(10)) != Running)
        {
            // Whatever it still waits for comes to its end.
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Running;
    }

    /// <summary>Ends the program, whatever it is at, so that another can take its place.</summary>
    public async Task EndBotAsync()
    {
        await StopAsync();
        Bot.Dispose();
    }

    /// <summary>Ana uses a slash command in the channel, or elsewhere.</summary>
    public async Task<InteractionAnswer> CommandAsync(string path, params (string Name, object Value)[] options) =>
        await AnswerAsync(Interaction.Command(path, options), General);

    public async Task<InteractionAnswer> AnswerAsync(Interaction interaction, FakeChannel channel) =>
        await Discord.WaitForAnswerAsync(await Discord.InteractAsync(Ana, channel, interaction));

    /// <summary>Ana clicks the button with this label.</summary>
    public Task<InteractionAnswer> ClickAsync(JsonObject message, string label) =>
        AnswerAsync(Interaction.Click(message, message.Buttons().First(button => button.Label == label).Id), General);

    /// <summary>Ana writes, and waits for the bot's answer.</summary>
    public async Task<JsonObject> SayAsync(FakeChannel channel, string text)
    {
        var before = Discord.VisibleMessages(channel).Count;
        await Discord.SayAsync(channel, Ana, text);
        await Discord.UntilAsync(() => Discord.VisibleMessages(channel).Count >= before + 2);
        return Discord.VisibleMessages(channel)[before + 1];
    }

    public async ValueTask DisposeAsync()
    {
        await Record.ExceptionAsync(StopAsync);
        _bots.ForEach(bot => bot.Dispose());
        await Discord.DisposeAsync();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
