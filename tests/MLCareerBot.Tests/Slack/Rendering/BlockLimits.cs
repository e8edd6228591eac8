using System.Text.Json;
using System.Text.Json.Nodes;
using MLCareerBot.Slack.Protocol.Wire;

namespace MLCareerBot.Tests.Slack.Rendering;

/// <summary>Holds messages and views against Slack's published limits.</summary>
internal static class BlockLimits
{
    public static void AssertWithin(IReadOnlyList<SlackMessage> messages)
    {
        Assert.NotEmpty(messages);
        Assert.All(messages, AssertWithin);
        Assert.All(messages.SkipLast(1), message => Assert.Empty(message.Buttons()));
    }

    public static void AssertWithin(SlackView view)
    {
        Assert.InRange(view.Blocks.Count, 1, 100);
        AssertBlocks(view.Blocks);
        Assert.All(new[] { view.Title, view.Submit, view.Close }.OfType<TextObject>(), text => AssertText(text, 24));
        Assert.InRange((view.PrivateMetadata ?? "").Length, 0, 3_000);
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(view, SlackJson.Default.SlackView).Length, 1, 250_000);
    }

    private static void AssertWithin(SlackMessage message)
    {
        var blocks = message.Blocks ?? [];
        Assert.InRange(message.Text.Length, 1, 4_000);
        Assert.InRange(blocks.Count, 1, 50);
        Assert.InRange(CharactersOf(JsonNode.Parse(blocks.Json())), 1, 13_000);
        Assert.True(blocks.OfType<TableBlock>().Count() <= 1);
        AssertBlocks(blocks);
    }

    private static void AssertBlocks(IReadOnlyList<SlackBlock> blocks)
    {
        Assert.All(blocks, AssertWithin);
        Assert.All(blocks, block => Assert.InRange((block.BlockId ?? "b").Length, 1, 255));
        AssertUnique(blocks.Select(block => block.BlockId).OfType<string>());
        AssertUnique(blocks.OfType<ActionsBlock>().SelectMany(row => row.Elements).Select(element => element.ActionId));
    }

    private static void AssertWithin(SlackBlock block)
    {
        switch (block)
        {
            case HeaderBlock(var text):
                AssertText(text, 150);
                break;
            case SectionBlock { Text: { } text, Fields: null, Accessory: null }:
                AssertText(text, 3_000);
                break;
            case ContextBlock(var elements):
                Assert.InRange(elements.Count, 1, 10);
                Assert.All(elements, text => AssertText(text, 3_000));
                break;
            case ActionsBlock(var elements):
                Assert.InRange(elements.Count, 1, 25);
                Assert.All(elements.Cast<ButtonElement>(), AssertWithin);
                break;
            case TableBlock(var rows):
                Assert.InRange(rows.Count, 2, 100);
                Assert.All(rows, row => Assert.InRange(row.Count, 1, 20));
                Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
                Assert.All(rows.SelectMany(row => row), cell => AssertVisible(cell.Text, 3_000));
                break;
            case RichTextBlock(var parts):
                AssertParts(parts);
                Assert.InRange(CharactersOf(JsonNode.Parse(new[] { block }.Json())), 1, 4_000);
                break;
            case InputBlock(var label, var element):
                AssertText(label, 2_000);
                Assert.InRange(element.ActionId.Length, 1, 255);
                break;
            default:
                Assert.Fail($"{block.GetType().Name} is used, but its limits are not checked.");
                break;
        }
    }

    private static void AssertParts(IReadOnlyList<RichTextPart> parts)
    {
        Assert.NotEmpty(parts);
        Assert.All(parts, part =>
        {
            if (part is RichTextList list)
            {
                AssertParts(list.Elements);
            }
            else
            {
                Assert.All(Assert.IsType<RichTextSection>(part).Elements.Cast<RichTextText>(), run => Assert.NotEqual("", run.Text));
                Assert.NotEmpty(((RichTextSection)part).Elements);
            }
        });
    }

    private static void AssertWithin(ButtonElement button)
    {
        AssertText(button.Text, 75);
        Assert.InRange((button.AccessibilityLabel ?? "a").Length, 1, 75);
        Assert.InRange(button.ActionId.Length, 1, 255);
        Assert.InRange((button.Value ?? "v").Length, 1, 2_000);
    }

    private static void AssertText(TextObject text, int limit) => AssertVisible(text.Text, limit);

    private static void AssertVisible(string text, int limit)
    {
        Assert.InRange(text.Length, 1, limit);
        Assert.False(string.IsNullOrWhiteSpace(text));
    }

    private static void AssertUnique(IEnumerable<string> ids)
    {
        var all = ids.ToList();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
    }

    // Everything but names and kinds.
    private static int CharactersOf(JsonNode? node) => node switch
    {
        JsonObject json => json.Where(property => property.Key != "type").Sum(property => CharactersOf(property.Value)),
        JsonArray items => items.Sum(CharactersOf),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>().Length,
        _ => 0,
    };
}
