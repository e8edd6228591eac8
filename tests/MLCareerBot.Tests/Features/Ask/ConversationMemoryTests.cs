using MLCareerBot.Chat;
using MLCareerBot.Features.Ask;

namespace MLCareerBot.Tests.Features.Ask;

public sealed class ConversationMemoryTests : IDisposable
{
    private const string FollowUp = "per hour?";

    private readonly TestBot _bot = new();

    [Theory]
    [InlineData("how much do ml engineers make")]
    [InlineData("faq salary")]
    [InlineData("salary")]
    [InlineData("salary annual")]
    public async Task A_Fragment_Is_Understood_Through_The_Answer_Before_It(string before)
    {
        var reply = await _bot.ConverseAsync(before, FollowUp);

        Assert.Equal("salary", reply.Outcome?.Topic);
    }

    [Theory]
    [InlineData("thanks")]
    [InlineData("zxqv plugh frobnicate")]
    [InlineData("tip")]
    [InlineData("/nonsense")]
    [InlineData("help")]
    public async Task Small_Talk_And_Refusals_In_Between_Change_Nothing(string between)
    {
        var memory = Memory();
        memory.Remember(Request(), await _bot.SayAsync("faq salary"));

        memory.Remember(Request(), await _bot.SayAsync(between));

        Assert.Equal("salary", memory.LastTopic(Request()));
    }

    [Fact]
    public async Task Ten_Minutes_Later_It_Is_A_New_Conversation()
    {
        var memory = Memory();
        memory.Remember(Request(), await _bot.SayAsync("faq salary"));

        _bot.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal("salary", memory.LastTopic(Request()));

        _bot.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Null(memory.LastTopic(Request()));
    }

    [Theory]
    [InlineData("discord", "general", null, "ana")]
    [InlineData("test", "random", null, "ana")]
    [InlineData("test", "general", "thread", "ana")]
    [InlineData("test", "general", null, "ben")]
    public async Task Others_And_Other_Places_Are_Other_Conversations(string platform, string conversation, string? thread, string user)
    {
        var memory = Memory();
        memory.Remember(Request(), await _bot.SayAsync("faq salary"));

        Assert.Null(memory.LastTopic(new(new(platform, conversation, thread), new(user), FollowUp)));
    }

    [Fact]
    public async Task Ten_Thousand_Conversations_Are_Kept()
    {
        var memory = Memory();
        var reply = await _bot.SayAsync("faq salary");
        for (var user = 0; user <= 10_000; user++)
        {
            memory.Remember(Request($"{user}"), reply);
        }

        Assert.Null(memory.LastTopic(Request("0")));
        Assert.Equal("salary", memory.LastTopic(Request("1")));
        Assert.Equal("salary", memory.LastTopic(Request("10000")));
    }

    public void Dispose() => _bot.Dispose();

    private ConversationMemory Memory() => new(RealKnowledge.Base, _bot.Clock);

    private static ChatRequest Request(string user = "ana") => new(new("test", "general"), new(user), FollowUp);
}
