using System.Security.Cryptography;
using System.Text;
using MLCareerBot.Slack.Protocol.Http;

namespace MLCareerBot.Tests.Slack.Protocol.Http;

public sealed class SlackSignatureTests
{
    // The example of https://docs.slack.dev/authentication/verifying-requests-from-slack.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
        + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void Slacks_Own_Example_Is_Accepted_For_Five_Minutes(int later) =>
        Assert.True(IsAccepted(later: later));

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400)]
    public void Then_It_Is_Stale_In_Either_Direction(int later) =>
        Assert.False(IsAccepted(later: later));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("8f742231b10e8888abcd99yyyzzz85a6")]
    public void Without_The_Secret_Nothing_Is_Accepted(string? secret)
    {
        Assert.False(IsAccepted(secret: secret));
        Assert.False(SlackSignature.Verify(secret, [Timestamp], [SignWith("", Body)], Encoding.UTF8.GetBytes(Body), Now));
    }

    [Fact]
    public void Headers_Are_There_Once()
    {
        Assert.False(IsAccepted(timestamps: []));
        Assert.False(IsAccepted(timestamps: [null]));
        Assert.False(IsAccepted(timestamps: [Timestamp, Timestamp]));
        Assert.False(IsAccepted(signatures: []));
        Assert.False(IsAccepted(signatures: [null]));
        Assert.False(IsAccepted(signatures: [Signature, Signature]));
        Assert.False(IsAccepted(signatures: [$"{Signature},{Signature}"]));
    }

    [Theory]
    [InlineData(" 1531420618")]
    [InlineData("1531420618 ")]
    [InlineData("+1531420618")]
    [InlineData("-1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("1,531,420,618")]
    [InlineData("0x5b47a8ca")]
    [InlineData("1.531420618e9")]
    [InlineData("\u0661\u0665\u0663\u0661\u0664\u0662\u0660\u0666\u0661\u0668")]
    [InlineData("\uff11\uff15\uff13\uff11\uff14\uff12\uff10\uff16\uff11\uff18")]
    [InlineData("1531420618\0")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("")]
    public void A_Time_Written_Another_Way_Is_Refused_Even_If_Signed(string timestamp) =>
        Assert.False(IsAccepted(timestamps: [timestamp], signatures: [SignWith(Secret, Body, timestamp)]));

    [Theory]
    [InlineData("V0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503 ")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData("v0=\uff412114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=")]
    [InlineData("")]
    public void A_Signature_Written_Another_Way_Is_Refused(string signature) => Assert.False(IsAccepted(signatures: [signature]));

    [Fact]
    public void Of_A_Thousand_Altered_Requests_None_Is_Accepted()
    {
        var random = new Random(1);
        var accepted = 0;
        for (var i = 0; i < 1_000; i++)
        {
            var body = Encoding.UTF8.GetBytes(Body);
            var (timestamp, signature) = (Timestamp, Signature);
            switch (i % 3)
            {
                case 0:
                    body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    signature = Flip(signature, random);
                    break;
                default:
                    timestamp = Flip(timestamp, random);
                    break;
            }

            accepted += SlackSignature.Verify(Secret, [timestamp], [signature], body, Now) ? 1 : 0;
        }

        Assert.Equal(0, accepted);
    }

    [Fact]
    public void The_Bytes_Count_And_Not_What_They_Mean()
    {
        var composed = "text=\u00e9";
        var decomposed = "text=e\u0301";
        var signature = SignWith(Secret, composed);

        Assert.True(SlackSignature.Verify(Secret, [Timestamp], [signature], Encoding.UTF8.GetBytes(composed), Now));
        Assert.False(SlackSignature.Verify(Secret, [Timestamp], [signature], Encoding.UTF8.GetBytes(decomposed), Now));
        Assert.False(SlackSignature.Verify(Secret, [Timestamp], [signature], [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(composed)], Now));
    }

    private static bool IsAccepted(
        string? secret = Secret, IReadOnlyList<string?>? timestamps = null, IReadOnlyList<string?>? signatures = null, int later = 0) =>
        SlackSignature.Verify(secret, timestamps ?? [Timestamp], signatures ?? [Signature], Encoding.UTF8.GetBytes(Body), Now.AddSeconds(later));

    private static string SignWith(string secret, string body, string timestamp = Timestamp) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}")))}";

    private static string Flip(string text, Random random)
    {
        var letters = text.ToCharArray();
        letters[random.Next(letters.Length)] ^= (char)(1 << random.Next(7));
        return new(letters);
    }
}
