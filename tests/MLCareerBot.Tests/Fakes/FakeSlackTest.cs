using MLCareerBot.Fakes.Slack;

namespace MLCareerBot.Tests.Fakes;

/// <summary>A fake Slack with one user and one channel, on a clock that stands still, and a bare client of its Web API.</summary>
public abstract class FakeSlackTest : IAsyncLifetime
{
    protected const string ButtonBlocks = """
        [{ "type": "actions", "block_id": "tip", "elements": [
            { "type": "button", "action_id": "more", "value": "tip-7", "text": { "type": "plain_text", "text": "More" } },
            { "type": "external_select", "action_id": "topic", "min_query_length": 0 }] }]
        """;

    private protected FakeClock Clock { get; } = new();

    private protected FakeSlack Slack { get; private set; } = null!; // xunit starts it before any test.

    private protected RawSlackApi Api { get; private set; } = null!; // As above.

    private protected FakeUser Ana { get; private set; } = null!; // As above.

    private protected FakeChannel Channel { get; private set; } = null!; // As above.

    public async Task InitializeAsync()
    {
        Slack = await FakeSlack.StartAsync(Clock);
        Api = new(Slack);
        Ana = Slack.AddUser("ana", isAdmin: true, timeZone: "Europe/Berlin");
        Channel = Slack.AddChannel("general");
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await Slack.DisposeAsync();
    }
}
