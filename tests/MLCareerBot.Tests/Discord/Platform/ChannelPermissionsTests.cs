using MLCareerBot.Discord.Platform;
using MLCareerBot.Discord.Protocol.Wire;

namespace MLCareerBot.Tests.Discord.Platform;

/// <summary>Who may do what in a channel: https://discord.com/developers/docs/topics/permissions#permission-hierarchy.</summary>
public sealed class ChannelPermissionsTests
{
    private const ulong Look = 1UL << 10;
    private const ulong Write = 1UL << 11;
    private const ulong History = 1UL << 16;
    private const ulong Administrator = 1UL << 3;
    private const ulong Everything = ulong.MaxValue;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    // g is the server and so the role for everybody, r and s are roles, ana the person. "r+Write" allows, "r-Write" denies.
    [Theory]
    [InlineData(Look | Write, "", "", Look | Write)]
    [InlineData(Look, "", "", Look)]
    [InlineData(Write, "", "", 0)]
    [InlineData(Look | Write, "", "g-Write", Look)]
    [InlineData(Look | Write, "", "g-Look", 0)]
    [InlineData(Look | Write, "r", "g-Write r+Write", Look | Write)]
    [InlineData(Look | Write, "r", "r-Write", Look)]
    [InlineData(Look | Write, "s", "r-Write", Look | Write)]
    [InlineData(Look | Write, "r s", "r-Write s+Write", Look | Write)]
    [InlineData(Look | Write, "r", "r-Write ana+Write", Look | Write)]
    [InlineData(Look | Write, "r", "r+Write ana-Write", Look)]
    [InlineData(Look, "", "ana+Write", Look | Write)]
    [InlineData(Look | Write, "", "ben-Write", Look | Write)]
    [InlineData(0, "admin", "g-Look g-Write ana-Look", Everything)]
    public void They_Add_Up(ulong everybody, string roles, string overwrites, ulong granted)
    {
        var member = new Member { Roles = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries) };

        Assert.Equal(granted, ChannelPermissions.Of(Server(everybody), Read(overwrites), "ana", member, Now));
    }

    [Fact]
    public void The_Owner_May_Do_Everything()
    {
        Assert.Equal(Everything, ChannelPermissions.Of(Server(0), Read("g-Look"), "owner", new(), Now));
    }

    [Theory]
    [InlineData(1, Look | History)]
    [InlineData(-1, Look | Write | History)]
    public void Whoever_Is_Timed_Out_Only_Looks_Until_That_Is_Over(int hours, ulong granted)
    {
        var member = new Member { CommunicationDisabledUntil = Now.AddHours(hours) };

        Assert.Equal(granted, ChannelPermissions.Of(Server(Look | Write | History), [], "ana", member, Now));
    }

    [Fact]
    public void What_Is_No_Number_Grants_Nothing()
    {
        var guild = new Guild { Id = "g", Roles = [new() { Id = "g", Permissions = "-1" }, new() { Id = "r" }] };

        Assert.Equal(0UL, ChannelPermissions.Of(guild, [new() { Id = "g", Allow = "all" }], "ana", new() { Roles = ["r"] }, Now));
        Assert.Equal(0UL, ChannelPermissions.Of(new() { Id = "g" }, [], "ana", new(), Now));
    }

    private static Guild Server(ulong everybody) => new()
    {
        Id = "g",
        OwnerId = "owner",
        Roles = [new() { Id = "g", Permissions = $"{everybody}" }, new() { Id = "r" }, new() { Id = "s" }, new() { Id = "admin", Permissions = $"{Administrator}" }],
    };

    private static List<Overwrite> Read(string overwrites) => [.. overwrites.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
    {
        var parts = text.Split('+', '-');
        var bit = parts[1] == nameof(Look) ? Look : Write;
        return text.Contains('+', StringComparison.Ordinal) ? new Overwrite { Id = parts[0], Allow = $"{bit}" } : new Overwrite { Id = parts[0], Deny = $"{bit}" };
    })];
}
