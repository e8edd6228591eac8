using System.Text;
using MLCareerBot.Discord.Protocol.Gateway;

namespace MLCareerBot.Tests.Discord.Protocol.Gateway;

public sealed class GatewayFrameTests
{
    [Fact]
    public void The_Outer_Fields_Are_Read_In_Any_Order_And_Others_Passed_Over()
    {
        var frame = Read("""{"d":{"a":[1,{"op":9}],"t":"x"},"new":{"s":1},"t":"READY","\u0073":42,"op":0}""");

        Assert.Equal((0, 42, "READY"), (frame.Op, frame.Sequence, frame.Type));
        Assert.Equal("""{"a":[1,{"op":9}],"t":"x"}""", Encoding.UTF8.GetString(frame.Data));
    }

    [Fact]
    public void Nulls_And_Missing_Fields_Are_Fine()
    {
        var frame = Read("""{"op":11,"s":null,"t":null}""");

        Assert.Equal((11, (long?)null, (string?)null), (frame.Op, frame.Sequence, frame.Type));
        Assert.True(frame.Data.IsEmpty);
        Assert.Equal("null", Encoding.UTF8.GetString(Read("""{"op":7,"d":null}""").Data));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""["op",1]""")]
    [InlineData("""{"op":1""")]
    [InlineData("""{"op":1} {}""")]
    [InlineData("""{"op":"1"}""")]
    [InlineData("""{"op":1.5}""")]
    [InlineData("""{"op":99999999999}""")]
    [InlineData("""{"op":null}""")]
    [InlineData("""{"t":"READY"}""")]
    [InlineData("""{"op":0,"s":"1"}""")]
    [InlineData("""{"op":0,"t":7}""")]
    [InlineData("""{"op":0,"t":"\ud800"}""")]
    [InlineData("""{"op":0,"d":{"a":}}""")]
    [InlineData("""{"op":0,"t":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    public void Anything_Else_Cannot_Be_Read(string text) =>
        Assert.False(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Neither_Can_Broken_Characters() =>
        Assert.False(GatewayFrame.TryRead([.. "{\"op\":0,\"d\":\""u8, 0xC3, 0x28, .. "\"}"u8], out _));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(1_000_000, false)]
    public void Nesting_Ends_At_64(int inside, bool readable)
    {
        var text = $$"""{"op":0,"d":{{new string('[', inside)}}{{new string(']', inside)}}}""";

        Assert.Equal(readable, GatewayFrame.TryRead(Encoding.UTF8.GetBytes(text), out _));
    }

    private static GatewayFrame Read(string text)
    {
        Assert.True(GatewayFrame.TryRead(Encoding.UTF8.GetBytes(text), out var frame));
        return frame;
    }
}
