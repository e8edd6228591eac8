using MLCareerBot.Discord;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class GatewayAddressTests
{
    private static readonly Uri ThisMachine = new("http://127.0.0.1:5000/api/v10/");

    [Theory]
    [InlineData("wss://gateway.discord.gg")]
    [InlineData("wss://discord.gg/")]
    [InlineData("wss://GATEWAY-us-east1-b.Discord.GG:443/?v=9")]
    public void Discord_Itself_May_Have_The_Token(string gateway) =>
        Assert.True(GatewayAddress.IsAllowed(new(gateway), DiscordOptions.OfficialApi));

    [Theory]
    [InlineData("wss://discord.gg.evil.com")]
    [InlineData("wss://evildiscord.gg")]
    [InlineData("wss://evil.com/discord.gg")]
    [InlineData("wss://evil.com?.discord.gg")]
    [InlineData("wss://evil.com#.discord.gg")]
    [InlineData("wss://gateway.discord.gg@evil.com")]
    [InlineData("wss://user@gateway.discord.gg")]
    [InlineData("wss://discord.gg.")]
    [InlineData("wss://discord.com")]
    [InlineData("wss://dіscord.gg")]
    [InlineData("ws://gateway.discord.gg")]
    [InlineData("http://gateway.discord.gg")]
    [InlineData("https://gateway.discord.gg")]
    [InlineData("wss://127.0.0.1")]
    [InlineData("wss://localhost")]
    [InlineData("/gateway")]
    public void Nobody_Else_May(string gateway) =>
        Assert.False(GatewayAddress.IsAllowed(new(gateway, UriKind.RelativeOrAbsolute), DiscordOptions.OfficialApi));

    [Theory]
    [InlineData("ws://127.0.0.1:4000/gateway", true)]
    [InlineData("wss://localhost:4000", true)]
    [InlineData("ws://[::1]:4000", true)]
    [InlineData("ws://127.8.9.10", true)]
    [InlineData("ws://localhost.evil.com", false)]
    [InlineData("ws://127.0.0.1.evil.com", false)]
    [InlineData("ws://user@127.0.0.1", false)]
    [InlineData("http://127.0.0.1:4000", false)]
    [InlineData("ws://192.168.0.1", false)]
    [InlineData("wss://gateway.discord.gg", false)]
    public void With_The_Api_On_This_Machine_The_Gateway_Must_Be_There_Too(string gateway, bool allowed) =>
        Assert.Equal(allowed, GatewayAddress.IsAllowed(new(gateway), ThisMachine));

    [Theory]
    [InlineData("https://discord.evil.com/api/v10/")]
    [InlineData("http://discord.com/api/v10/")]
    public void An_Api_That_Is_Neither_Leads_Nowhere(string api)
    {
        Assert.False(GatewayAddress.IsAllowed(new("wss://gateway.discord.gg"), new(api)));
        Assert.False(GatewayAddress.IsAllowed(new("ws://127.0.0.1"), new(api)));
    }

    [Theory]
    [InlineData("wss://gateway.discord.gg")]
    [InlineData("wss://gateway.discord.gg/?v=6&encoding=etf#x")]
    public void Every_Connection_Has_The_Same_Query(string gateway) =>
        Assert.Equal(
            "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream", GatewayAddress.ToOpen(new(gateway)).AbsoluteUri);
}
