using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Discord;

/// <summary>Takes in HTTP requests: records them, lets a scripted fault have its way, checks limits and token, answers.</summary>
internal sealed class RestApi(World world, Recorder recorder, Faults faults, RateLimits limits, EarlyWatch early, IReadOnlyList<Route> routes)
{
    public const string Root = "/api/v10/";

    private static readonly Dictionary<string, string> NoIds = [];

    public async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var method = context.Request.Method;
        var path = context.Request.Path.Value is { } full && full.StartsWith(Root, StringComparison.Ordinal) ? full[Root.Length..] : "";
        var (route, ids) = Find(method, path);
        var fault = faults.Take(method, path);
        var body = fault is HangBeforeReading ? RequestBody.None : await RequestBody.ReadAsync(context.Request);
        var request = recorder.Add(Record(context.Request, path, route, body));
        var bucket = route?.BucketKey(ids) ?? $"{method} unknown";
        early.Arrived(request, bucket, route is { IsOpen: true });

        var exchange = new Exchange(context, recorder, request, stopping)
        {
            Accept = () =>
            {
                var answer = Accept(request, route, new(ids, context.Request.Query, body.Json, body.Files), body.IsBroken, bucket);
                recorder.TookEffect();
                return answer;
            },
            TakeLimits = () => limits.Take(request, bucket, route is { IsOpen: true }).Headers,
            Refused = refusal => early.Refused(bucket, refusal),
        };
        await (fault is null ? exchange.SendAsync(exchange.Accept()) : fault.PlayAsync(exchange));
    }

    private (Route? Route, Dictionary<string, string> Ids) Find(string method, string path)
    {
        var segments = path.Split('/');
        foreach (var route in routes)
        {
            if (route.Match(method, segments) is { } ids)
            {
                return (route, ids);
            }
        }

        return (null, NoIds);
    }

    private RecordedRequest Record(HttpRequest request, string path, Route? route, RequestBody body) => new()
    {
        Sequence = 0,
        At = world.Now,
        Method = request.Method,
        Path = path,
        Query = request.QueryString.Value ?? "",
        Route = route?.Template,
        Headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
        Body = body.Json?.DeepClone(),
        Files = body.Files,
    };

    private Answer Accept(RecordedRequest recorded, Route? route, RestRequest request, bool isBroken, string bucket)
    {
        var verdict = limits.Take(recorded, bucket, route is { IsOpen: true });
        if (verdict.Refusal is { } refusal)
        {
            early.Refused(bucket, refusal);
            return refusal.ToAnswer().With(verdict.Headers);
        }

        return Decide(recorded, route, request, isBroken).With(verdict.Headers);
    }

    private Answer Decide(RecordedRequest recorded, Route? route, RestRequest request, bool isBroken)
    {
        if (route is null)
        {
            return Answer.NotFound;
        }

        if (!route.IsOpen && recorded.Headers.GetValueOrDefault("Authorization") != $"Bot {world.Token}")
        {
            return Answer.Unauthorized;
        }

        if (isBroken)
        {
            return Answer.Error(400, 50109, "The request body contains invalid JSON.");
        }

        lock (world.Gate)
        {
            return route.Handle(request);
        }
    }
}
