using System.Net;
using MLCareerBot.Chat;
using MLCareerBot.Discord.Protocol.Rest;

namespace MLCareerBot.Tests.Discord.Protocol.Rest;

public sealed class DiscordSendTests
{
    [Theory]
    [InlineData(404, 10003, SendOutcome.Gone)]
    [InlineData(404, 10004, SendOutcome.Gone)]
    [InlineData(404, 0, SendOutcome.Gone)]
    [InlineData(403, 50001, SendOutcome.NoAccess)]
    [InlineData(403, 50013, SendOutcome.NoAccess)]
    [InlineData(400, 50008, SendOutcome.NoAccess)]
    [InlineData(403, 0, SendOutcome.NoAccess)]
    [InlineData(403, 50007, SendOutcome.DirectMessagesClosed)]
    [InlineData(403, 50278, SendOutcome.DirectMessagesClosed)]
    [InlineData(400, 50035, SendOutcome.ContentRefused)]
    [InlineData(413, 40005, SendOutcome.ContentRefused)]
    [InlineData(400, 50006, SendOutcome.ContentRefused)]
    [InlineData(400, 200000, SendOutcome.ContentRefused)]
    [InlineData(400, 0, SendOutcome.ContentRefused)]
    [InlineData(429, 0, SendOutcome.NotNow)]
    [InlineData(429, 20028, SendOutcome.NotNow)]
    [InlineData(429, 20029, SendOutcome.NotNow)]
    [InlineData(400, 40003, SendOutcome.NotNow)]
    public void A_Refusal_Says_What_Became_Of_The_Message(int status, int code, SendOutcome outcome) =>
        Assert.Equal(new SendResult(outcome), DiscordSend.ResultOf(new DiscordApiException((HttpStatusCode)status, code, "")));

    [Fact]
    public void A_Limit_Says_When() => Assert.Equal(
        new SendResult(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(3)),
        DiscordSend.ResultOf(new DiscordApiException(HttpStatusCode.TooManyRequests, 0, "") { RetryAfter = TimeSpan.FromSeconds(3) }));

    [Fact]
    public void Without_An_Answer_It_Depends_On_What_Was_Sent()
    {
        Assert.Equal(new(SendOutcome.NotNow), DiscordSend.ResultOf(new DiscordUnavailableException(mayHaveArrived: false, "")));
        Assert.Equal(new(SendOutcome.Unknown), DiscordSend.ResultOf(new DiscordUnavailableException(mayHaveArrived: true, "")));
        Assert.Equal(new(SendOutcome.PlatformStopped), DiscordSend.ResultOf(new DiscordTokenRejectedException()));
    }

    [Fact]
    public void A_Bug_Is_No_Outcome() => Assert.Null(DiscordSend.ResultOf(new InvalidOperationException()));

    [Fact]
    public void A_Nonce_Is_The_Same_For_The_Same_Delivery()
    {
        Assert.Equal("ungWv48Bz-pBQUDeXa4iI7", MessageNonce.For("abc"));
        Assert.NotEqual(MessageNonce.For("tip-1"), MessageNonce.For("tip-2"));
    }
}
