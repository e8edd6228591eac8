using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Features.Ask;

namespace MLCareerBot.Commands;

/// <summary>Takes every message of every platform to the handler that answers it.</summary>
/// <param name="table">The verbs.</param>
/// <param name="memory">Learns what was answered, so that a follow-up can be understood.</param>
/// <param name="services">Holds the handlers by verb; asked late, because some handlers route on in their turn.</param>
/// <param name="clock">Times what may take a while.</param>
/// <param name="logger">Told of failures, never of words.</param>
public sealed partial class CommandRouter(
    CommandTable table, ConversationMemory memory, IServiceProvider services, TimeProvider clock, ILogger<CommandRouter> logger)
{
    private readonly StoreAway _away = services.GetRequiredService<StoreAway>();

    /// <summary>The reply to a message. Only cancellation makes it throw.</summary>
    public async Task<ChatReply> RespondAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var reply = CommandLine.Read(request, table) switch
        {
            { IsAdmin: true } when !request.From.IsAdmin => Refuse(request),
            CommandReading.Call(var call) => Finish(call, await RunAsync(call, cancellationToken)),
            CommandReading.UnknownVerb(var near, var isAdmin) => CommandReplies.UnknownVerb(near, isAdmin),
            CommandReading.HalfVerb(var group) => CommandReplies.HalfVerb(group),
            CommandReading.WrongOptions(var command) => CommandReplies.Usage(command),
            var reading => throw new NotSupportedException($"No reply for {reading.GetType().Name}."),
        };

        memory.Remember(request, reply);
        return reply;
    }

    private ChatReply Refuse(ChatRequest request)
    {
        LogRefused(request.Address.Platform);
        return CommandReplies.ForAdminsOnly;
    }

    // What admins see is theirs alone; what is shared answers something, and no mistake is ever shared.
    private static ChatReply Finish(CommandCall call, ChatReply reply)
    {
        var isPrivate = reply.IsPrivate || call.Command.IsAdmin;
        return reply with
        {
            IsPrivate = isPrivate,
            IsShared = call.WantsSharing && !isPrivate && reply.Outcome is { Kind: OutcomeKind.Answer },
        };
    }

    private async Task<ChatReply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            var handler = services.GetRequiredKeyedService<ICommandHandler>(call.Command.FullName);
            return call.Command.NeedsStore
                ? await RememberAsync(handler, call, cancellationToken)
                : await handler.HandleAsync(call, cancellationToken);
        }
        catch (Exception exception) when (StoreAway.IsMeant(exception))
        {
            return _away.Say(exception, call.Request.Address);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The last line of defence: a bug in one command must not take the connection down.
            LogCommandFailed(exception, call.Command.FullName, call.Request.Address.Platform);
            return CommandReplies.Failed;
        }
    }

    // A store that does not answer must not keep the asker waiting longer than the platform does.
    private async Task<ChatReply> RememberAsync(ICommandHandler handler, CommandCall call, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await handler.HandleAsync(call, cancellationToken).WaitAsync(StoreAway.Patience, clock, cancellationToken);
            _away.IsBack();
            return reply;
        }
        catch (TimeoutException exception)
        {
            return _away.Say(exception, call.Request.Address);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Command {Command} failed ({Platform}).")]
    private partial void LogCommandFailed(Exception exception, string command, string platform);

    [LoggerMessage(2, LogLevel.Information, "Refused a command of admins to somebody who is none ({Platform}).")]
    private partial void LogRefused(string platform);
}
