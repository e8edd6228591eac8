using MLCareerBot.Discord.Operations;

namespace MLCareerBot.Tests.Discord.Operations;

public sealed class DiscordPermissionsTests
{
    [Theory]
    [InlineData("274877991936")]
    [InlineData("8")]
    [InlineData("9007199254740991")]
    public void Nothing_Is_Missing_Where_All_Is_Granted(string granted) => Assert.Empty(DiscordPermissions.Missing(granted));

    [Theory]
    [InlineData("274877926400", "Read Message History")]
    [InlineData("84992", "Send Messages in Threads")]
    [InlineData("1024", "Send Messages, Embed Links, Read Message History, Send Messages in Threads")]
    public void What_Is_Missing_Has_A_Name(string granted, string missing) =>
        Assert.Equal(missing, string.Join(", ", DiscordPermissions.Missing(granted)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-8")]
    [InlineData("all")]
    public void What_Is_No_Number_Grants_Nothing(string? granted) => Assert.Equal(5, DiscordPermissions.Missing(granted).Count);
}
