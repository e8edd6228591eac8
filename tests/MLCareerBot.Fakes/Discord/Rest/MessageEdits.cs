using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Whether a message may be changed in a certain way.</summary>
internal static class MessageEdits
{
    /// <summary>The refusal of an edit, judged by what the message would be after it.</summary>
    public static Answer? Check(JsonObject message, JsonObject edit, bool hasFiles = false)
    {
        var after = message.Copy();
        foreach (var (name, value) in edit)
        {
            after[name] = value?.DeepClone();
        }

        // The layout of the second version can be switched on by an edit, never off.
        after["flags"] = (message.Number("flags") ?? 0) | (edit.Number("flags") ?? 0);
        return MessageRules.Check(after, hasFiles);
    }

    public static bool IsEphemeral(this JsonObject message) => ((message.Number("flags") ?? 0) & MessageFlags.Ephemeral) != 0;
}
