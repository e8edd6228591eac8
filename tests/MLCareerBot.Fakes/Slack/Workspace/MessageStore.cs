namespace MLCareerBot.Fakes.Slack;

/// <summary>All messages, oldest first. Each is replaced as a whole, so that what was handed out never changes.</summary>
internal sealed class MessageStore
{
    private readonly List<FakeMessage> _messages = [];

    public IEnumerable<FakeMessage> All => _messages;

    public void Add(FakeMessage message) => _messages.Add(message);

    public FakeMessage? Find(string channelId, string? ts) => _messages.Find(message => message.Is(channelId, ts));

    public IEnumerable<FakeMessage> VisibleIn(string channelId) =>
        _messages.Where(message => message.ChannelId == channelId && !message.IsEphemeral);

    public IEnumerable<FakeMessage> EphemeralsFor(string userId) => _messages.Where(message => message.OnlyFor == userId);

    public void Replace(FakeMessage old, FakeMessage message)
    {
        var index = _messages.FindIndex(candidate => candidate.Is(old.ChannelId, old.Ts));
        if (index >= 0)
        {
            _messages[index] = message;
        }
    }

    public bool Remove(string channelId, string ts) => _messages.RemoveAll(message => message.Is(channelId, ts)) > 0;
}
