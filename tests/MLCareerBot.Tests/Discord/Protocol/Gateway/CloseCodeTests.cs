using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

/// <summary>Every close code there is, and some there are not.</summary>
public sealed class CloseCodeTests
{
    private static readonly int[] Void = [4003, 4007, 4009];
    private static readonly int[] Final = [4004, 4010, 4011, 4012, 4013, 4014];

    [Fact]
    public void Each_Code_Has_Its_Reaction() =>
        Assert.All(Enumerable.Range(1000, 4000), code => Assert.Equal(Expected(code), CloseCode.Reaction(code)));

    [Fact]
    public void A_Connection_That_Broke_Off_Is_Resumed() => Assert.Equal(GatewayReaction.Resume, CloseCode.Reaction(null));

    [Fact]
    public void A_Final_Code_Is_One_Sentence_With_Its_Number() =>
        Assert.All(Final, code => Assert.Matches($@"^Discord [^\n]*\({code}\): [^\n]+\.$", CloseCode.StopReason(code)));

    [Fact]
    public void The_Sentence_Names_The_Setting_Or_The_Intents()
    {
        Assert.Contains("Discord:Token", CloseCode.StopReason(4004), StringComparison.Ordinal);
        Assert.Contains("4609: GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES", CloseCode.StopReason(4014), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4001, true)]
    [InlineData(4002, true)]
    [InlineData(4005, true)]
    [InlineData(4008, true)]
    [InlineData(4000, false)]
    [InlineData(4009, false)]
    [InlineData(null, false)]
    public void Some_Codes_Blame_Us(int? code, bool ours) => Assert.Equal(ours, CloseCode.IsOurFault(code));

    private static GatewayReaction Expected(int code) =>
        Void.Contains(code) ? GatewayReaction.Identify
        : Final.Contains(code) ? GatewayReaction.Stop
        : GatewayReaction.Resume;
}
