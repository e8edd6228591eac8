using System.Text;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>What exists on the fake Discord. Whoever reads or changes it holds <see cref="Gate" />.</summary>
internal sealed class World
{
    public World(TimeProvider clock)
    {
        Clock = clock;
        Ids = new(clock);
        ApplicationId = Ids.Next();
        Bot = AddUser("career-bot", isBot: true);
        Token = $"{Convert.ToBase64String(Encoding.ASCII.GetBytes(ApplicationId)).TrimEnd('=')}.GfAkEx.{new string('x', 32)}-fake";
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Snowflakes Ids { get; }

    public string ApplicationId { get; }

    public string Token { get; }

    public FakeUser Bot { get; }

    public Dictionary<string, FakeUser> Users { get; } = [];

    /// <summary>The guilds that the bot is in now.</summary>
    public Dictionary<string, FakeGuild> Guilds { get; } = [];

    public Dictionary<string, FakeChannel> Channels { get; } = [];

    /// <summary>Registered commands by guild; the empty key has the global ones.</summary>
    public Dictionary<string, List<JsonObject>> Commands { get; } = [];

    /// <summary>Who is more or less than an ordinary member, by guild and user.</summary>
    public Dictionary<(string Guild, string User), FakeMember> Members { get; } = [];

    public MessageStore Messages { get; } = new();

    public InteractionStore Interactions { get; } = new();

    public FakeUser AddUser(string name, bool isBot = false)
    {
        var user = new FakeUser(Ids.Next(), name) { IsBot = isBot };
        Users[user.Id] = user;
        return user;
    }

    public FakeChannel Add(FakeChannel channel)
    {
        Channels[channel.Id] = channel;
        return channel;
    }

    public FakeMember MemberOf(string guildId, FakeUser user) => Members.GetValueOrDefault((guildId, user.Id)) ?? new();

    /// <summary>The direct messages with a user: the same channel each time.</summary>
    public FakeChannel DirectMessagesWith(FakeUser user) =>
        Channels.Values.FirstOrDefault(channel => channel.Type == FakeChannel.DirectType && channel.Recipient?.Id == user.Id)
        ?? Add(new(Ids.Next(), FakeChannel.DirectType) { Recipient = user });

    public IEnumerable<FakeChannel> ChannelsOf(FakeGuild guild) => Channels.Values.Where(channel => channel.GuildId == guild.Id);

    public static string Write(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz");
}
