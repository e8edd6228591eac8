namespace MLCareerBot.Fakes.Slack;

/// <summary>
/// The script of what goes wrong with requests, by method, such as <c>chat.postMessage</c>.
/// Besides the methods of the Web API there are <see cref="ResponseUrl" /> and <see cref="Any" />.
/// </summary>
public sealed class Faults
{
    /// <summary>Posts to a <c>response_url</c>.</summary>
    public const string ResponseUrl = "response_url";

    /// <summary>Every method.</summary>
    public const string Any = "*";

    private readonly Lock _lock = new();
    private readonly List<Entry> _script = [];

    internal Faults()
    {
    }

    /// <summary>The next calls of this method go wrong. Faults for the same method come in the order they were scripted.</summary>
    public void Next(string method, Fault fault, int times = 1)
    {
        lock (_lock)
        {
            _script.Add(new(method, fault, times));
        }
    }

    /// <summary>Every call of this method goes wrong from now on.</summary>
    public void Always(string method, Fault fault) => Next(method, fault, int.MaxValue);

    /// <summary>All is well again; what hangs goes on hanging.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _script.Clear();
        }
    }

    internal Fault? Take(string method)
    {
        lock (_lock)
        {
            if (_script.Find(entry => entry.Method == method || entry.Method == Any) is not { } entry)
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

    private sealed class Entry(string method, Fault fault, int left)
    {
        public string Method => method;

        public Fault Fault => fault;

        public int Left { get; set; } = left;
    }
}
