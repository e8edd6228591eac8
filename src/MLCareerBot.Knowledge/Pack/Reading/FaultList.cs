namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>Where in the pack something is written.</summary>
internal readonly record struct Place(string File, int Line)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}

/// <summary>The faults found so far.</summary>
internal sealed class FaultList
{
    // A writer mends the first hundred and looks again; a hostile file could otherwise fill the memory with complaints.
    private const int PerFile = 100;

    private readonly List<PackFault> _faults = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public bool IsEmpty => _faults.Count == 0;

    /// <summary>True once more faults of a file would only be counted.</summary>
    public bool IsFull(string file) => _counts.GetValueOrDefault(file) > PerFile;

    public void Add(Place place, string message)
    {
        var count = _counts[place.File] = _counts.GetValueOrDefault(place.File) + 1;
        if (count <= PerFile)
        {
            _faults.Add(new(Wording.Printable(place.File), place.Line, message));
        }
        else if (count == PerFile + 1)
        {
            _faults.Add(new(Wording.Printable(place.File), place.Line, $"This file has more than {PerFile} faults; mend those named here and look again."));
        }
    }

    public IReadOnlyList<PackFault> InOrder() =>
    [
        .. _faults
            .OrderBy(fault => fault.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Line)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal),
    ];
}
