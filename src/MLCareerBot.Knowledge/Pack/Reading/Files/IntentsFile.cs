using MLCareerBot.Knowledge.Pack.Reading.Yaml;

namespace MLCareerBot.Knowledge.Pack.Reading.Files;

/// <summary><c>intents.yaml</c>: small talk, and plain words for features.</summary>
internal static class IntentsFile
{
    public static Intent Read(YamlEntry entry)
    {
        var intent = new Intent(
            entry.Id("id", PackId.Intent),
            entry.Phrasings(least: 1),
            entry.OptionalText("reply"),
            entry.OptionalText("command"));
        if (intent.Reply is null == intent.Command is null)
        {
            entry.Fault(entry.Line, intent.Reply is null
                ? "The intent has neither 'reply' nor 'command'; add the one that it needs."
                : "The intent has both 'reply' and 'command'; keep one.");
        }

        return intent;
    }
}
