using MLCareerBot.Discord.Operations;

namespace MLCareerBot.Tests.Discord.Operations;

public sealed class InviteLinksTests
{
    [Fact]
    public void There_Is_One_For_Servers_And_One_For_People()
    {
        var links = InviteLinks.For("123");

        Assert.Equal(
            "https://discord.com/oauth2/authorize?client_id=123&scope=bot+applications.commands&permissions=274877991936&integration_type=0",
            links.Server.AbsoluteUri);
        Assert.Equal("https://discord.com/oauth2/authorize?client_id=123&scope=applications.commands&integration_type=1", links.User.AbsoluteUri);
    }

    [Fact]
    public void An_Id_Stays_An_Id() =>
        Assert.EndsWith("?client_id=1%262%20%23&scope=applications.commands&integration_type=1", InviteLinks.For("1&2 #").User.AbsoluteUri, StringComparison.Ordinal);
}
