using System.Text;

namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>Every question and phrasing of the pack, so that the same words never mean two things.</summary>
internal sealed class PackPhrasings(FaultList faults)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public void Add(string text, Place place)
    {
        var key = KeyOf(text);
        if (key.Length == 0)
        {
            faults.Add(place, $"{Wording.Quote(text)} has no letter or digit; write it in words.");
        }
        else if (!_places.TryAdd(key, place))
        {
            faults.Add(place, $"{Wording.Quote(text)} is already said at {_places[key]}; keep it in one place.");
        }
    }

    // Two phrasings are the same when their letters and digits are.
    private static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        return key.ToString();
    }
}
