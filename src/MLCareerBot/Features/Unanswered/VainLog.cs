using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features.Feedback;
using MLCareerBot.Memory;
using NodaTime.Extensions;

namespace MLCareerBot.Features.Unanswered;

/// <summary>
/// Keeps what people asked in vain, without who they are and without ever holding up an answer: beyond its bound, and
/// while the store is away, questions are let go.
/// </summary>
internal sealed partial class VainLog : IDisposable
{
    private const int Bound = 1_000;
    private const int Batch = 100;
    private const int LongestText = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Channel<VainQuestion> _queue = Channel.CreateBounded<VainQuestion>(new BoundedChannelOptions(Bound) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IUnanswered _store;
    private readonly TimeProvider _clock;
    private readonly ILogger<VainLog> _logger;
    private readonly Task _writing;

    public VainLog(IUnanswered store, TimeProvider clock, ILogger<VainLog> logger)
    {
        (_store, _clock, _logger) = (store, clock, logger);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Notes a question. At the terminal it is the maintainer who asks.</summary>
    public void Note(ChatRequest request, string question)
    {
        if (Operator.IsAt(request.Address))
        {
            return;
        }

        var words = Redaction.Of(question, LongestText);
        if (QuestionForm.Of(words) is { Length: > 0 } form)
        {
            _queue.Writer.TryWrite(new(Tenant.Of(request.Address), form, words, _clock.GetUtcNow().ToInstant()));
        }
    }

    /// <summary>Writes down what there is, if that takes no longer than a second.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _writing.Wait(Patience);
    }

    private async Task WriteAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<VainQuestion>();
            while (batch.Count < Batch && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await _store.AddAsync(batch, CancellationToken.None);
            }
            catch (Exception exception)
            {
                // Whatever it is, the next questions are worth another try.
                LogLetGo(batch.Count, exception.Message);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} questions without an answer were not kept: {Reason}")]
    private partial void LogLetGo(int count, string reason);
}
