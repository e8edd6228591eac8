namespace MLCareerBot.Fakes.Slack;

/// <content>What the app did, and what people see of it.</content>
public sealed partial class FakeSlack
{
    /// <summary>Calls of the Web API, in the order they came.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _recorder.Requests;

    /// <summary>Posts to <c>response_url</c> addresses.</summary>
    public IReadOnlyList<RecordedResponse> Responses => _recorder.Responses;

    /// <summary>Every Socket Mode connection there has been.</summary>
    public IReadOnlyList<RecordedConnection> Connections => _recorder.Connections;

    /// <summary>Everything that was sent over Socket Mode.</summary>
    public IReadOnlyList<RecordedEnvelope> Envelopes => _recorder.Envelopes;

    /// <summary>What was sent over Socket Mode and not acknowledged in any envelope.</summary>
    public IReadOnlyList<Delivery> Unacknowledged => _recorder.Unacknowledged;

    /// <summary>The answers to deliveries over HTTP.</summary>
    public IReadOnlyList<HttpAnswer> HttpAnswers => _recorder.HttpAnswers;

    /// <summary>The modals that are open now.</summary>
    public IReadOnlyList<FakeView> OpenViews => Look(() => _world.Views.Open);

    /// <summary>Calls of one method.</summary>
    public IReadOnlyList<RecordedRequest> RequestsTo(string method) => [.. Requests.Where(request => request.Method == method)];

    /// <summary>What everybody in a channel sees, oldest first, threads included.</summary>
    public IReadOnlyList<FakeMessage> VisibleMessages(FakeChannel channel) => Look(() => _world.Messages.VisibleIn(channel.Id));

    /// <summary>What the bot wrote among it.</summary>
    public IReadOnlyList<FakeMessage> BotMessages(FakeChannel channel) => [.. VisibleMessages(channel).Where(message => message.BotId == BotId)];

    /// <summary>What only this user sees.</summary>
    public IReadOnlyList<FakeMessage> EphemeralsFor(FakeUser user) => Look(() => _world.Messages.EphemeralsFor(user.Id));

    /// <summary>Every App Home that was published to this user, the present one last.</summary>
    public IReadOnlyList<FakeView> HomeViews(FakeUser user) => Look(() => _world.Views.HomesOf(user.Id));

    /// <summary>How many messages with this key people can see. More than one is a duplicate.</summary>
    public int VisibleWith(string deliveryKey) =>
        Look(() => _world.Messages.All.Where(message => !message.IsEphemeral && message.DeliveryKey == deliveryKey)).Count;

    /// <summary>The same for every key there is.</summary>
    public IReadOnlyDictionary<string, int> VisibleByKey() => Look(() => _world.Messages.All)
        .Where(message => !message.IsEphemeral && message.DeliveryKey is not null)
        .GroupBy(message => message.DeliveryKey!, StringComparer.Ordinal)
        .ToDictionary(messages => messages.Key, messages => messages.Count(), StringComparer.Ordinal);

    /// <summary>
    /// What the bot wrote to a message: in its thread, or, in direct messages, between it and the next one of the user.
    /// </summary>
    public IReadOnlyList<FakeMessage> RepliesTo(Delivery delivery)
    {
        var message = delivery.Message ?? throw new ArgumentException("Only messages have replies.", nameof(delivery));
        var after = Look(() => _world.Messages.VisibleIn(message.ChannelId).SkipWhile(other => other.Ts != message.Ts).Skip(1));
        var untilNext = after.TakeWhile(other => other.UserId != message.UserId).ToHashSet();
        var isDirect = message.ChannelId.StartsWith('D');
        return [.. after.Where(other => other.BotId == BotId && (other.ThreadTs == message.Ts || (isDirect && untilNext.Contains(other))))];
    }

    /// <summary>What the app posted to the <c>response_url</c> of a command or a click.</summary>
    public IReadOnlyList<RecordedResponse> ResponsesTo(Delivery delivery) => [.. Responses.Where(response => response.ResponseUrl == delivery.ResponseUrl)];

    /// <summary>The sendings of one delivery, the first one first.</summary>
    public IReadOnlyList<RecordedEnvelope> EnvelopesOf(Delivery delivery) => _recorder.EnvelopesOf(delivery);

    /// <summary>Looks at the condition now and after everything that happens, and comes back when it holds.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        if (!await _changes.UntilAsync(condition, Patience))
        {
            throw new TimeoutException($"It did not come to that. The last requests were:\n{string.Join('\n', Requests.TakeLast(10))}");
        }
    }

    /// <summary>Comes back when so many sockets have had their hello and are open.</summary>
    public Task UntilConnectedAsync(int sockets = 1) => UntilAsync(() => SocketMode.Connections.Count >= sockets);

    /// <summary>Comes back with the first acknowledgement of a delivery over Socket Mode.</summary>
    public async Task<RecordedEnvelope> UntilAcknowledgedAsync(Delivery delivery)
    {
        RecordedEnvelope? acked = null;
        await UntilAsync(() => (acked = EnvelopesOf(delivery).FirstOrDefault(envelope => envelope.IsAcked)) is not null);
        return acked!; // Found just now.
    }

    private List<T> Look<T>(Func<IEnumerable<T>> look)
    {
        lock (_world.Gate)
        {
            return [.. look()];
        }
    }
}
