namespace MLCareerBot.Fakes.Discord;

/// <summary>
/// The script of what goes wrong with requests. Patterns are written as <c>POST channels/*/messages</c>:
/// a star for any method or part of a path, two stars at the end for all the rest, one star alone for everything.
/// </summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _script = [];

    internal Faults()
    {
    }

    /// <summary>The next requests of this kind go wrong. Faults for the same kind come in the order they were scripted.</summary>
    public void Next(string pattern, Fault fault, int times = 1)
    {
        lock (_lock)
        {
            _script.Add(new(new(pattern), fault, times));
        }
    }

    /// <summary>Every request of this kind goes wrong from now on.</summary>
    public void Always(string pattern, Fault fault) => Next(pattern, fault, int.MaxValue);

    /// <summary>All is well again; what hangs goes on hanging.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _script.Clear();
        }
    }

    internal Fault? Take(string method, string path)
    {
        lock (_lock)
        {
            if (_script.Find(entry => entry.Pattern.Matches(method, path)) is not { } entry)
            {
                return null;
            }

            if (entry.Left != int.MaxValue && --entry.Left == 0)
            {
                _script.Remove(entry);
            }

            return entry.Fault;
        }
    }

    private sealed class Entry(RoutePattern pattern, Fault fault, int left)
    {
        public RoutePattern Pattern => pattern;

        public Fault Fault => fault;

        public int Left { get; set; } = left;
    }
}
