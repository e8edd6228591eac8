using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Discord's limits on buttons, selects and layouts, of the classic kind and of the second version.</summary>
internal sealed class ComponentRules(FormErrors errors, bool isV2)
{
    private const int MostRows = 5;
    private const int MostComponents = 40;
    private const int MostText = 4000;
    private const int MostButtonsInRow = 5;
    private const int LinkStyle = 5;
    private const int PremiumStyle = 6;

    // Their numbers at Discord.
    private const int Row = 1;
    private const int Button = 2;
    private const int TextSelect = 3;
    private const int TextInput = 4;
    private const int LastSelect = 8;
    private const int Section = 9;
    private const int TextDisplay = 10;
    private const int Container = 17;

    private static readonly int[] TopOfV2 = [Row, Section, TextDisplay, 12, 13, 14, Container];

    private readonly HashSet<string> _customIds = [];
    private int _count;
    private int _characters;

    public void Check(JsonObject message)
    {
        var components = message.Items("components").ToList();
        errors.Expect(isV2 || components.Count <= MostRows, "components", $"Must be {MostRows} or fewer.", "BASE_TYPE_MAX_LENGTH");
        foreach (var (index, component) in components.Index())
        {
            var isAllowed = isV2 ? TopOfV2.Contains(KindOf(component)) : KindOf(component) == Row;
            errors.Expect(isAllowed, $"components.{index}.type", "Not a kind that may stand here.", "UNION_TYPE_CHOICES");
            CheckOne(component, $"components.{index}");
        }

        errors.Expect(!isV2 || _count <= MostComponents, "components", $"Has {_count} components, {MostComponents} are allowed.", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED");
        errors.Expect(_characters <= MostText, "components", $"Shows {_characters} characters, {MostText} are allowed.", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED");
    }

    private void CheckOne(JsonNode component, string path)
    {
        _count++;
        switch (KindOf(component))
        {
            case Row: CheckRow(component, path); break;
            case Button: CheckButton(component, path); break;
            case >= TextSelect and <= LastSelect and not TextInput: CheckSelect(component, path); break;
            case Section: CheckSection(component, path); break;
            case TextDisplay: CheckText(component, path); break;
            case Container: break;
            case 12 or 13 or 14: return; // Pictures, files and lines have nothing in them that we count.
            default: errors.Add($"{path}.type", "UNION_TYPE_CHOICES", "Not a known kind of component."); return;
        }

        foreach (var (index, child) in component.Items("components").Index())
        {
            CheckOne(child, $"{path}.components.{index}");
        }
    }

    private void CheckRow(JsonNode row, string path)
    {
        var children = row.Items("components").ToList();
        var onlyButtons = children.TrueForAll(child => KindOf(child) == Button);
        var fits = onlyButtons ? children.Count is >= 1 and <= MostButtonsInRow : children.Count == 1;
        errors.Expect(fits, $"{path}.components", "A row has 1 to 5 buttons or one select.", "BASE_TYPE_BAD_LENGTH");
    }

    private void CheckButton(JsonNode button, string path)
    {
        errors.ExpectLength(button.Text("label"), 80, $"{path}.label");
        errors.Expect(button.Text("label") is { Length: > 0 } || button.Object("emoji") is not null || button.Number("style") == PremiumStyle, $"{path}.label", "A button needs a label or an emoji.", "BUTTON_COMPONENT_LABEL_REQUIRED");
        switch (button.Number("style"))
        {
            case LinkStyle:
                errors.ExpectLength(button.Text("url"), 512, $"{path}.url", least: 1);
                errors.Expect(button.Text("custom_id") is null, path, "A link has no custom id.", "BUTTON_COMPONENT_INVALID_CUSTOM_ID");
                break;
            case >= 1 and < LinkStyle:
                CheckCustomId(button, path);
                errors.Expect(button.Text("url") is null, path, "Only a link has an address.", "BUTTON_COMPONENT_INVALID_URL");
                break;
            case PremiumStyle:
                break;
            default:
                errors.Add($"{path}.style", "BASE_TYPE_CHOICES", "Not a known style.");
                break;
        }
    }

    private void CheckSelect(JsonNode select, string path)
    {
        CheckCustomId(select, path);
        errors.ExpectLength(select.Text("placeholder"), 150, $"{path}.placeholder");
        var options = select.Items("options").ToList();
        errors.Expect(KindOf(select) != TextSelect || options.Count is >= 1 and <= 25, $"{path}.options", "Must have 1 to 25.", "BASE_TYPE_BAD_LENGTH");
        foreach (var (index, option) in options.Index())
        {
            errors.ExpectLength(option.Text("label"), 100, $"{path}.options.{index}.label", least: 1);
            errors.ExpectLength(option.Text("value"), 100, $"{path}.options.{index}.value", least: 1);
            errors.ExpectLength(option.Text("description"), 100, $"{path}.options.{index}.description");
        }
    }

    private void CheckSection(JsonNode section, string path)
    {
        errors.Expect(section.Items("components").Count() is >= 1 and <= 3, $"{path}.components", "A section has 1 to 3 texts.", "BASE_TYPE_BAD_LENGTH");
        if (section.Object("accessory") is { } accessory)
        {
            // A picture beside a section has type 11, which may stand nowhere else.
            if (KindOf(accessory) == 11)
            {
                _count++;
            }
            else
            {
                CheckOne(accessory, $"{path}.accessory");
            }
        }
        else
        {
            errors.Add($"{path}.accessory", "BASE_TYPE_REQUIRED", "A section needs a button or a picture.");
        }
    }

    private void CheckText(JsonNode text, string path)
    {
        var content = text.Text("content");
        errors.ExpectLength(content, MostText, $"{path}.content", least: 1);
        _characters += content?.Length ?? 0;
    }

    private void CheckCustomId(JsonNode component, string path)
    {
        var id = component.Text("custom_id") ?? "";
        errors.ExpectLength(id, 100, $"{path}.custom_id", least: 1);
        errors.Expect(_customIds.Add(id), $"{path}.custom_id", "Component custom id cannot be duplicated", "COMPONENT_CUSTOM_ID_DUPLICATED");
    }

    private static int KindOf(JsonNode component) => (int)(component.Number("type") ?? 0);
}
