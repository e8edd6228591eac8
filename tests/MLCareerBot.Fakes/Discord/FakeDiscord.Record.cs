using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <content>What the bot has done so far.</content>
public sealed partial class FakeDiscord
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Every HTTP request, in order.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _recorder.Requests;

    /// <summary>Every gateway frame that the bot sent, in order.</summary>
    public IReadOnlyList<RecordedFrame> Frames => _recorder.Frames;

    /// <summary>Every gateway connection that the bot opened, in order.</summary>
    public IReadOnlyList<RecordedConnection> Connections => _recorder.Connections;

    /// <summary>How many times the bot identified.</summary>
    public int Identifies => Frames.Count(frame => frame.Op == Opcode.Identify);

    /// <summary>
    /// Requests that came before a Retry-After was over. It counts as 1 s when a 429 named none, and as 15 min at most.
    /// Requests that were on their way already when the 429 went out are among them.
    /// </summary>
    public IReadOnlyList<RecordedRequest> EarlyRequests => _early.Early;

    /// <summary>Requests that Discord would count towards a ban: 401, 403, and 429 unless shared.</summary>
    public IReadOnlyList<RecordedRequest> InvalidRequests => [.. Requests.Where(request => request.IsInvalid)];

    /// <summary>What stands in a channel for all to see, oldest first, with all edits.</summary>
    public IReadOnlyList<JsonObject> VisibleMessages(FakeChannel channel)
    {
        lock (_world.Gate)
        {
            return [.. _world.Messages.In(channel.Id).Where(message => !message.IsEphemeral()).Select(message => message.Copy())];
        }
    }

    /// <summary>How many messages people can see of every delivered tip, by the key in its button. More than one is a duplicate.</summary>
    public IReadOnlyDictionary<string, int> VisibleByKey()
    {
        lock (_world.Gate)
        {
            return _world.Messages.All.Where(message => !message.IsEphemeral())
                .Select(message => KeyIn(message["components"]))
                .OfType<string>()
                .GroupBy(key => key, StringComparer.Ordinal)
                .ToDictionary(keys => keys.Key, keys => keys.Count(), StringComparer.Ordinal);
        }
    }

    /// <summary>The commands registered for everybody, or for one guild.</summary>
    public IReadOnlyList<JsonObject> Commands(FakeGuild? guild = null)
    {
        lock (_world.Gate)
        {
            return [.. _world.Commands.GetValueOrDefault(guild?.Id ?? "", []).Select(command => command.Copy())];
        }
    }

    /// <summary>What the user sees now in answer to an interaction; null when nothing was answered.</summary>
    public InteractionAnswer? AnswerTo(SentInteraction interaction)
    {
        lock (_world.Gate)
        {
            return _world.Interactions.ById(interaction.Id)?.ToAnswer();
        }
    }

    /// <summary>Waits until the user has an answer, and no longer sees "is thinking".</summary>
    public async Task<InteractionAnswer> WaitForAnswerAsync(SentInteraction interaction, TimeSpan? timeout = null)
    {
        await UntilAsync(() => AnswerTo(interaction) is { IsThinking: false }, timeout);
        return AnswerTo(interaction)!; // An answer stays.
    }

    /// <summary>Waits until so many sessions are connected and ready.</summary>
    public Task WaitForReadyAsync(int sessions = 1, TimeSpan? timeout = null) =>
        UntilAsync(() => Gateway.ReadySessions >= sessions, timeout);

    /// <summary>Waits until something is so; looks again whenever the bot has done anything.</summary>
    public async Task UntilAsync(Func<bool> condition, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        if (!await _changes.UntilAsync(condition, timeout ?? Patience))
        {
            throw new TimeoutException($"Not so in time: {what}\n{Summary()}");
        }
    }

    private static string? KeyIn(JsonNode? components) => (components as JsonArray ?? [])
        .Select(component => component.Text("custom_id") is ['t', ':', .. var key] ? key : KeyIn(component?["components"]))
        .FirstOrDefault(key => key is not null);

    private string Summary() => string.Join('\n',
    [
        .. Connections.TakeLast(5).Select(connection => connection.ToString()),
        .. Frames.TakeLast(10).Select(frame => $"connection {frame.Connection} {frame.At:HH:mm:ss.fff} op {frame.Op}"),
        .. Requests.TakeLast(20).Select(request => request.ToString()),
    ]);
}
