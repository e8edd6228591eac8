using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The messages of all channels, oldest first, with those that only one user sees among them.</summary>
internal sealed class MessageStore
{
    private readonly Dictionary<string, List<JsonObject>> _byChannel = [];
    private readonly Dictionary<(string Author, string Nonce), (JsonObject Message, DateTimeOffset At)> _nonces = [];

    public IEnumerable<JsonObject> All => _byChannel.Values.SelectMany(messages => messages);

    public IReadOnlyList<JsonObject> In(string channelId) => _byChannel.GetValueOrDefault(channelId, []);

    public JsonObject? Find(string channelId, string messageId) =>
        In(channelId).FirstOrDefault(message => message.Text("id") == messageId);

    public void Add(JsonObject message)
    {
        var channelId = message.Text("channel_id")!; // Made here: every message has one.
        if (!_byChannel.TryGetValue(channelId, out var messages))
        {
            _byChannel[channelId] = messages = [];
        }

        messages.Add(message);
    }

    public void Remove(JsonObject message) => _byChannel[message.Text("channel_id")!].Remove(message);

    public void Remember(string author, string nonce, JsonObject message, DateTimeOffset at) => _nonces[(author, nonce)] = (message, at);

    /// <summary>The message that this author sent with this nonce within the window.</summary>
    public JsonObject? FindByNonce(string author, string nonce, DateTimeOffset since) =>
        _nonces.TryGetValue((author, nonce), out var found) && found.At >= since ? found.Message : null;
}
