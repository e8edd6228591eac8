using System.Diagnostics.CodeAnalysis;

namespace MLCareerBot.Discord.Protocol.Rest;

/// <summary>Keeps what was used last; beyond its capacity the one longest unused goes. Safe from any thread.</summary>
internal sealed class LruCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> _order = new();

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

    /// <summary>What is kept under the key, or else what is made now.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        lock (_lock)
        {
            if (TryGet(key, out var known))
            {
                return known;
            }

            var node = _nodes[key] = _order.AddLast((key, make()));
            if (_nodes.Count > capacity && _order.First is { } oldest)
            {
                _nodes.Remove(oldest.Value.Key);
                _order.RemoveFirst();
            }

            return node.Value.Value;
        }
    }
}
