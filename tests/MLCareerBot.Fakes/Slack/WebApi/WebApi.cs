using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Takes in calls: records them, lets a scripted fault have its way, checks limits and token, answers.</summary>
internal sealed class WebApi(World world, Recorder recorder, Changes changes, Faults faults, RateLimits limits, IEnumerable<ApiMethod> methods)
{
    public const string Root = "/api/";

    private readonly Dictionary<string, ApiMethod> _methods = methods.ToDictionary(method => method.Name);

    public async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var method = context.Request.Path.Value is { } path && path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : "";
        var fault = faults.Take(method);
        var arguments = fault is HangBeforeReading ? Arguments.None : await Arguments.ReadAsync(context.Request);
        var key = RateLimits.KeyOf(method, arguments.Text("channel"));
        var request = recorder.Add(Record(context.Request, method, arguments) with { IsEarly = limits.IsEarly(method, key, world.Now) });

        var exchange = new Exchange(context, stopping)
        {
            Accept = () => Accept(request, arguments, key),
            Record = answer => recorder.Update(request, recorded => recorded with { Status = answer.Status, Error = answer.ErrorName }),
            ToldToWait = wait => limits.ToldToWait(method, world.Now + (wait ?? TimeSpan.Zero)),
        };
        await exchange.PlayAsync(fault);
    }

    private RecordedRequest Record(HttpRequest request, string method, Arguments arguments)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..] : null;
        return new()
        {
            At = world.Now,
            Method = method,
            Token = KindOf(token ?? arguments.Text("token")),
            IsTokenAnArgument = token is null && arguments.Has("token"),
            Arguments = arguments.Json,
            Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        };
    }

    private TokenKind KindOf(string? token) =>
        string.IsNullOrEmpty(token) ? TokenKind.None
        : token == world.BotToken ? TokenKind.Bot
        : token == world.AppToken ? TokenKind.App
        : TokenKind.Unknown;

    private ApiAnswer Accept(RecordedRequest request, Arguments arguments, string key)
    {
        if (limits.Take(request.Method, key, world.Now) is { } wait)
        {
            limits.ToldToWait(key, world.Now + wait);
            return ApiAnswer.RateLimited(wait);
        }

        try
        {
            return Decide(request, arguments);
        }
        catch (Refusal refusal)
        {
            return refusal.Answer;
        }
        finally
        {
            changes.Signal();
        }
    }

    private ApiAnswer Decide(RecordedRequest request, Arguments arguments)
    {
        if (!_methods.TryGetValue(request.Method, out var method))
        {
            throw new Refusal("unknown_method");
        }

        Admit(request, method);
        if (arguments.BrokenWith is { } broken)
        {
            throw new Refusal(broken);
        }

        lock (world.Gate)
        {
            return method.Handle(arguments);
        }
    }

    private static void Admit(RecordedRequest request, ApiMethod method)
    {
        // The one method that takes no token as an argument is the one that takes the app's.
        if (request.Token == TokenKind.None || (request.IsTokenAnArgument && method.Token == TokenKind.App))
        {
            throw new Refusal("not_authed");
        }

        if (request.Token == TokenKind.Unknown)
        {
            throw new Refusal("invalid_auth");
        }

        if (request.Token != method.Token)
        {
            throw new Refusal("not_allowed_token_type");
        }
    }
}
