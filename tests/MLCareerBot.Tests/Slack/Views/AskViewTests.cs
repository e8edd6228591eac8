using System.Text.Json;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Views;
using MLCareerBot.Tests.Slack.Rendering;

namespace MLCareerBot.Tests.Slack.Views;

public sealed class AskViewTests
{
    [Fact]
    public void It_Takes_A_Listed_Question_Or_Own_Words_And_Remembers_Where_It_Was_Opened()
    {
        var view = AskView.For(new("C1", "1700000000.000100"));

        BlockLimits.AssertWithin(view);
        Assert.Equal(
            ShownBlocks.Bare(
                """
                {
                  "type": "modal",
                  "blocks": [
                    {
                      "type": "input", "label": {"type": "plain_text", "text": "A question I can answer", "emoji": false},
                      "element": {
                        "type": "external_select", "placeholder": {"type": "plain_text", "text": "Choose, or type to search", "emoji": false},
                        "min_query_length": 0, "action_id": "topic"
                      },
                      "optional": true, "block_id": "topic"
                    },
                    {
                      "type": "input", "label": {"type": "plain_text", "text": "Or in your own words", "emoji": false},
                      "element": {"type": "plain_text_input", "multiline": true, "max_length": 1000, "action_id": "question"},
                      "optional": true, "block_id": "question"
                    }
                  ],
                  "title": {"type": "plain_text", "text": "Ask a career question", "emoji": false},
                  "submit": {"type": "plain_text", "text": "Ask", "emoji": false},
                  "close": {"type": "plain_text", "text": "Cancel", "emoji": false},
                  "callback_id": "career_ask_form",
                  "private_metadata": "C1 1700000000.000100"
                }
                """),
            JsonSerializer.Serialize(view, SlackJson.Default.SlackView));
        Assert.Null(AskView.For().PrivateMetadata);
    }

    [Fact]
    public void A_Place_Comes_Back_As_It_Was()
    {
        Assert.Equal(new AskPlace("C1"), AskPlace.Read(new AskPlace("C1").Write()));
        Assert.Equal(new AskPlace("C1", "1.2"), AskPlace.Read(new AskPlace("C1", "1.2").Write()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("C1 ")]
    [InlineData("C1 x")]
    [InlineData("C1 1.2 3")]
    [InlineData("C-1")]
    [InlineData("{\"channel\":\"C1\"}")]
    [InlineData("C１")]
    public void Other_Places_Are_None(string? metadata) => Assert.Null(AskPlace.Read(metadata));
}
