using System.Diagnostics.CodeAnalysis;

namespace MLCareerBot.Chat;

/// <summary>Keeps the values that were used last; beyond its capacity the one longest unused goes. Safe from any thread.</summary>
/// <param name="capacity">How many to keep.</param>
public sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    /// <summary>Keeps a value, in place of the key's last one.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (_lock)
        {
            Drop(key);
            Add(key, value);
        }
    }

    /// <summary>Keeps a value if the key has none. False if it has: what came in was there before.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_lock)
        {
            if (_nodes.ContainsKey(key))
            {
                return false;
            }

            Add(key, value);
            return true;
        }
    }

    /// <summary>The key's value, which counts as used by this.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_lock)
        {
            if (!_nodes.TryGetValue(key, out var node))
            {
                value = default;
                return false;
            }

            _order.Remove(node);
            _order.AddLast(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Forgets a key, if it is known.</summary>
    public void Remove(TKey key)
    {
        lock (_lock)
        {
            Drop(key);
        }
    }

    private void Add(TKey key, TValue value)
    {
        _nodes[key] = _order.AddLast((key, value));
        if (_nodes.Count > capacity && _order.First is { } oldest)
        {
            Drop(oldest.Value.Key);
        }
    }

    private void Drop(TKey key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _order.Remove(node);
        }
    }
}
