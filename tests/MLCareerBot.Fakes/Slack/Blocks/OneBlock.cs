using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Slack's limits on a single block.</summary>
internal static class OneBlock
{
    private const int IdLimit = 255;
    private const int SectionLimit = 3000;
    private const int FieldLimit = 2000;
    private const int LinkLimit = 3000;

    public static void Check(JsonNode? block, string pointer, Problems problems)
    {
        problems.CheckString(block, "block_id", pointer, IdLimit);
        switch (block.Text("type"))
        {
            case "section":
                CheckSection(block, pointer, problems);
                break;
            case "header":
                problems.CheckText(block, "text", pointer, 150, isRequired: true);
                break;
            case "context":
                problems.CheckCount(block, "elements", pointer, 10);
                CheckContext(block, pointer, problems);
                break;
            case "actions":
                problems.CheckCount(block, "elements", pointer, 25);
                CheckElements(block, pointer, problems);
                break;
            case "context_actions":
                problems.CheckCount(block, "elements", pointer, 5);
                CheckElements(block, pointer, problems);
                break;
            case "input":
                CheckInput(block, pointer, problems);
                break;
            case "image":
                problems.CheckString(block, "alt_text", pointer, FieldLimit, isRequired: true);
                problems.CheckString(block, "image_url", pointer, LinkLimit);
                problems.CheckText(block, "title", pointer, FieldLimit);
                break;
            case "markdown":
                problems.CheckString(block, "text", pointer, 12_000, isRequired: true);
                break;
            case "rich_text":
                problems.CheckCount(block, "elements", pointer, int.MaxValue);
                break;
            case "table":
                CheckTable(block, pointer, problems);
                break;
            case "divider" or "file" or "video" or "data_visualization":
                break;
            case var type:
                problems.Add($"{pointer}/type", $"unsupported type: {type}");
                break;
        }
    }

    private static void CheckSection(JsonNode? block, string pointer, Problems problems)
    {
        var fields = block.Array("fields");
        problems.CheckText(block, "text", pointer, SectionLimit, isPlain: false, isRequired: fields is null);
        if (fields?.Count > 10)
        {
            problems.Add($"{pointer}/fields", "no more than 10 items allowed");
        }

        foreach (var (index, field) in block.Items("fields").Index())
        {
            problems.CheckTextObject(field, $"{pointer}/fields/{index}", FieldLimit, isPlain: false);
        }

        if (block.Object("accessory") is { } accessory)
        {
            OneElement.Check(accessory, $"{pointer}/accessory", problems);
        }
    }

    private static void CheckContext(JsonNode? block, string pointer, Problems problems)
    {
        foreach (var (index, element) in block.Items("elements").Index())
        {
            if (element.Text("type") != "image")
            {
                problems.CheckTextObject(element, $"{pointer}/elements/{index}", SectionLimit, isPlain: false);
            }
        }
    }

    private static void CheckElements(JsonNode? block, string pointer, Problems problems)
    {
        foreach (var (index, element) in block.Items("elements").Index())
        {
            OneElement.Check(element, $"{pointer}/elements/{index}", problems);
        }
    }

    private static void CheckInput(JsonNode? block, string pointer, Problems problems)
    {
        problems.CheckText(block, "label", pointer, FieldLimit, isRequired: true);
        problems.CheckText(block, "hint", pointer, FieldLimit);
        OneElement.Check(block.Object("element"), $"{pointer}/element", problems);
    }

    private static void CheckTable(JsonNode? block, string pointer, Problems problems)
    {
        problems.CheckCount(block, "rows", pointer, 100);
        foreach (var (index, row) in block.Items("rows").Index())
        {
            if (row is not JsonArray { Count: <= 20 })
            {
                problems.Add($"{pointer}/rows/{index}", "no more than 20 items allowed");
            }
        }
    }
}
