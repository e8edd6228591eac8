using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;

namespace MLCareerBot.Slack.Protocol.Http;

/// <summary>A form as a browser would send it, which is how commands and interactions come by HTTP.</summary>
internal static class SlackForm
{
    // A command has about fifteen fields.
    private const int MostFields = 100;

    /// <summary>The fields as an object of strings, the form that Socket Mode gives commands.</summary>
    public static JsonElement ToJson(ReadOnlySpan<byte> form)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in Read(form).DistinctBy(field => field.Name, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        return JsonElement.Parse(json.WrittenSpan);
    }

    /// <summary>The first field of a name; null if there is none.</summary>
    public static string? Field(ReadOnlySpan<byte> form, string name) =>
        Read(form).Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault();

    private static IEnumerable<(string Name, string Value)> Read(ReadOnlySpan<byte> form) =>
        Encoding.UTF8.GetString(form)
            .Split('&', MostFields + 1)
            .Take(MostFields)
            .Select(field => field.Split('=', 2))
            .Select(parts => (Plain(parts[0]), Plain(parts.ElementAtOrDefault(1))));

    private static string Plain(string? escaped) => WebUtility.UrlDecode(escaped) ?? "";
}
