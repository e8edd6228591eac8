namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>What an id stands for; the names appear in faults.</summary>
internal enum PackId
{
    Source,
    Group,
    Topic,
    Intent,
    Outside,
    Fact,
    Skill,
    Step,
    Role,
    Tip,
}

/// <summary>Every id that is given and every mention of one, checked against each other when all files are read.</summary>
internal sealed class PackIds(FaultList faults)
{
    private const int ListLimit = 8;

    private readonly Dictionary<PackId, Dictionary<string, Place>> _given = [];
    private readonly List<(string Id, Place Place, PackId[] Kinds)> _mentions = [];
    private readonly HashSet<PackId> _unknowable = [];

    /// <summary>The ids given so far, in order.</summary>
    public IReadOnlyCollection<string> Given(PackId kind) => Of(kind).Keys;

    /// <summary>
    /// False if the ids of this kind could not be read. That is a fault by itself; blaming every mention of them
    /// would bury it.
    /// </summary>
    public bool IsKnown(PackId kind) =>
        !_unknowable.Contains(kind) && (Of(kind).Count > 0 || kind is PackId.Fact or PackId.Intent);

    /// <summary>Notes that ids of this kind are in a file that cannot be read.</summary>
    public void GiveUp(PackId kind) => _unknowable.Add(kind);

    public void Give(PackId kind, string id, Place place)
    {
        if (!IdForm.IsValid(kind, id))
        {
            faults.Add(place, $"{Wording.Quote(id)} is no id; {IdForm.Rule(kind)}.");
        }

        if (!Of(kind).TryAdd(id, place))
        {
            faults.Add(place, $"The id {Wording.Quote(id)} is taken at {Of(kind)[id]}; choose another.");
        }
    }

    public void Mention(string id, Place place, params PackId[] kinds) => _mentions.Add((id, place, kinds));

    public void Check()
    {
        foreach (var (id, place, kinds) in _mentions)
        {
            if (!faults.IsFull(place.File) && Array.TrueForAll(kinds, kind => IsKnown(kind) && !Of(kind).ContainsKey(id)))
            {
                faults.Add(place, $"There is no {NameOf(kinds)} {Wording.Quote(id)}; {Advise(id, kinds)}");
            }
        }

        foreach (var (id, place) in Of(PackId.Intent))
        {
            if (Of(PackId.Topic).ContainsKey(id))
            {
                faults.Add(place, $"The id {Wording.Quote(id)} is a topic's; give the intent another.");
            }
        }
    }

    private string Advise(string id, PackId[] kinds)
    {
        var given = kinds.SelectMany(Given).ToList();
        if (NearestWord.Find(id, given) is { } nearest)
        {
            return $"did you mean {Wording.Quote(nearest)}?";
        }

        return given.Count is > 0 and <= ListLimit
            ? $"choose from {string.Join(", ", given.Select(Wording.Printable))}."
            : $"use the id of a {NameOf(kinds)} that the pack has.";
    }

    private Dictionary<string, Place> Of(PackId kind)
    {
        if (!_given.TryGetValue(kind, out var ids))
        {
            _given[kind] = ids = new(StringComparer.Ordinal);
        }

        return ids;
    }

    private static string NameOf(PackId[] kinds) =>
        string.Join(" or ", kinds.Select(kind => kind.ToString().ToLowerInvariant()));
}
