using MLCareerBot.Chat;
using MLCareerBot.Discord.Platform;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>What two people's rights mean for tips in a channel.</summary>
public sealed class PlaceRulesTests
{
    private const ulong Look = 1UL << 10;
    private const ulong Write = 1UL << 11;
    private const ulong History = 1UL << 16;
    private const ulong WriteInThreads = 1UL << 38;
    private const ulong Everything = ulong.MaxValue;

    [Theory]
    [InlineData(ChannelType.Text, Look | Write, Look | Write | History, true, null)]
    [InlineData(ChannelType.Announcement, Everything, Everything, true, null)]
    [InlineData(ChannelType.PublicThread, Look | WriteInThreads, Look | WriteInThreads | History, true, null)]
    [InlineData(ChannelType.PrivateThread, Look | WriteInThreads, Everything, true, null)]
    [InlineData(ChannelType.Text, Look | Write, Look | Write, true, "Let me have Read Message History there too")]
    [InlineData(ChannelType.Text, Look | Write, Look | History | WriteInThreads, false, "Let me have Send Messages in that channel")]
    [InlineData(ChannelType.PublicThread, Everything, Look | Write | History, false, "Let me have Send Messages in Threads in that channel")]
    [InlineData(ChannelType.Text, Everything, 0, false, "Let me have View Channels and Send Messages in that channel")]
    [InlineData(ChannelType.Text, Look | WriteInThreads, Everything, false, "You may not write in that channel yourself")]
    [InlineData(ChannelType.AnnouncementThread, Look | Write, Everything, false, "You may not write in that channel yourself")]
    [InlineData(ChannelType.Text, Look, 0, false, "You may not write in that channel yourself")]
    [InlineData(ChannelType.Text, 0, 0, false, "You may not write in that channel yourself")]
    public void Both_Must_Be_Allowed_To_Write(int type, ulong asker, ulong bot, bool canWrite, string? said)
    {
        var finding = PlaceRules.Judge(new() { Id = "1", Type = type }, asker, bot);

        Assert.Equal(canWrite, finding.CanWrite);
        Assert.StartsWith(said ?? "", finding.Hindrance?.Replace("I may not post there. ", "", StringComparison.Ordinal) ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null, finding.Hindrance is null);
    }

    [Fact]
    public void A_Locked_Thread_Is_Closed_To_Both()
    {
        var thread = new Channel { Id = "1", Type = ChannelType.PublicThread, ThreadMetadata = new() { Locked = true } };

        Assert.Equal(PlaceFinding.Closed("That thread is locked. Unlock it, then try again."), PlaceRules.Judge(thread, Everything, Everything));
    }
}
