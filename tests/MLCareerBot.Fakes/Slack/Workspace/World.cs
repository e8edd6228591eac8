using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>What exists in the fake workspace. Whoever reads or changes it holds <see cref="Gate" />.</summary>
internal sealed class World
{
    public World(TimeProvider clock)
    {
        Clock = clock;
        Ids = new(clock);
        TeamId = Ids.Next("T");
        AppId = Ids.Next("A");
        BotId = Ids.Next("B");
        Bot = AddUser("mlcareerbot");
        Bot.IsBot = true;
        BotToken = $"xoxb-fake-{Ids.Secret()}";
        AppToken = $"xapp-1-{AppId}-fake-{Ids.Secret()}";
        SigningSecret = Ids.Secret();
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Ids Ids { get; }

    /// <summary>Where the fake listens.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    public string TeamId { get; }

    public const string TeamDomain = "fake-workspace";

    public string AppId { get; }

    public string BotId { get; }

    public FakeUser Bot { get; }

    public string BotToken { get; }

    public string AppToken { get; }

    public string SigningSecret { get; }

    public List<FakeUser> Users { get; } = [];

    public List<FakeChannel> Channels { get; } = [];

    public MessageStore Messages { get; } = new();

    public ViewStore Views { get; } = new();

    public Dictionary<string, Trigger> Triggers { get; } = [];

    /// <summary>The commands of the app's manifest, and whether Slack turns names in their text into ids.</summary>
    public Dictionary<string, bool> EscapedCommands { get; } = new() { ["/career"] = false, ["/career-admin"] = true };

    public FakeUser AddUser(string name)
    {
        var user = new FakeUser(Ids.Next("U"), name, TeamId);
        Users.Add(user);
        return user;
    }

    public FakeChannel AddChannel(string name, ChannelKind kind)
    {
        var channel = new FakeChannel(Ids.Next("C"), name, kind);
        Channels.Add(channel);
        return channel;
    }

    public FakeUser? FindUser(string? id) => Users.Find(user => user.Id == id);

    /// <summary>By id, by name with a hash, or the direct messages with a user by that user's id.</summary>
    public FakeChannel? FindChannel(string? id) =>
        Channels.Find(channel => channel.Id == id || $"#{channel.Name}" == id)
        ?? (FindUser(id) is { IsBot: false } user ? DirectMessagesWith(user) : null);

    /// <summary>The direct messages with a user: the same channel each time.</summary>
    public FakeChannel DirectMessagesWith(FakeUser user)
    {
        if (Channels.Find(channel => channel.User == user) is { } known)
        {
            return known;
        }

        var channel = new FakeChannel(Ids.Next("D"), "directmessage", ChannelKind.DirectMessages) { User = user };
        Channels.Add(channel);
        return channel;
    }

    public string IssueTrigger(FakeUser user)
    {
        var id = Ids.NextTrigger();
        Triggers[id] = new(user.Id, Now);
        return id;
    }

    /// <summary>A message that the bot has written.</summary>
    public JsonObject BotMessage() => new()
    {
        ["type"] = "message",
        ["user"] = Bot.Id,
        ["bot_id"] = BotId,
        ["app_id"] = AppId,
        ["team"] = TeamId,
        ["ts"] = Ids.NextTs(),
        ["bot_profile"] = new JsonObject { ["id"] = BotId, ["app_id"] = AppId, ["name"] = Bot.Name, ["team_id"] = TeamId, ["deleted"] = false },
    };
}
