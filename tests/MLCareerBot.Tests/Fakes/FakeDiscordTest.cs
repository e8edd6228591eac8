using System.Text.Json.Nodes;
using MLCareerBot.Fakes.Discord;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A fake Discord with one server and one user, and bare clients that share no code with our own.</summary>
public abstract class FakeDiscordTest : IAsyncLifetime, IDisposable
{
    private RawRest? _rest;

    private protected FakeClock Clock { get; } = new();

    // xunit calls InitializeAsync before any test.
    private protected FakeDiscord Discord { get; private set; } = null!;

    private protected FakeUser Ana { get; private set; } = null!;

    private protected FakeGuild Guild { get; private set; } = null!;

    private protected FakeChannel Channel { get; private set; } = null!;

    private protected RawRest Rest => _rest ??= new(Discord);

    public async Task InitializeAsync()
    {
        Discord = await FakeDiscord.StartAsync(Clock);
        Ana = Discord.AddUser("ana");
        Guild = Discord.AddGuild("Data people");
        Channel = Discord.AddChannel(Guild, "general");
    }

    public async Task DisposeAsync() => await Discord.DisposeAsync();

    public void Dispose()
    {
        _rest?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens a connection, identifies, and reads as far as READY.</summary>
    private protected async Task<(RawGateway Gateway, JsonObject Ready)> ReadyAsync(int shard = 0, int shards = 1)
    {
        var gateway = await RawGateway.OpenAsync(Discord.Gateway.Address);
        await gateway.IdentifyAsync(Discord.Token, shard: shard, shards: shards);
        return (gateway, await gateway.ReceiveAsync("READY"));
    }
}
