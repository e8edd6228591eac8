using System.Diagnostics.CodeAnalysis;

namespace MLCareerBot.Features;

/// <summary>Keeps the values that were used last; beyond its capacity the one longest unused goes. Safe from any thread.</summary>
internal sealed class Recent<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

    public void Set(TKey key, TValue value)
    {
        lock (_lock)
        {
            Drop(key);
            _nodes[key] = _order.AddLast((key, value));
            if (_nodes.Count > capacity && _order.First is { } oldest)
            {
                Drop(oldest.Value.Key);
            }
        }
    }

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

    private void Drop(TKey key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _order.Remove(node);
        }
    }
}
