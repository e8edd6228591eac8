using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Takes in posts to the <c>response_url</c> addresses.</summary>
internal sealed class ResponseServer(World world, ResponseUrls urls, ResponseWriter writer, Recorder recorder, Changes changes, Faults faults)
{
    public async Task AnswerAsync(HttpContext context, CancellationToken stopping)
    {
        var fault = faults.Take(Faults.ResponseUrl);
        var arguments = fault is HangBeforeReading ? Arguments.None : await Arguments.ReadAsync(context.Request);
        var response = recorder.Add(new RecordedResponse
        {
            At = world.Now,
            ResponseUrl = new(world.Address, context.Request.Path),
            Body = arguments.Json,
            HasAuthorization = context.Request.Headers.ContainsKey("Authorization"),
        });

        var exchange = new Exchange(context, stopping)
        {
            Accept = () => Accept(context.Request.Path, arguments.Json),
            Record = answer => recorder.Update(response, recorded => recorded with { Status = answer.Status, Error = answer.ErrorName }),
        };
        await exchange.PlayAsync(fault);
    }

    private ApiAnswer Accept(string? path, JsonObject body)
    {
        lock (world.Gate)
        {
            try
            {
                return Decide(path, body);
            }
            catch (Refusal refusal)
            {
                return refusal.Answer with { Status = 400 };
            }
            finally
            {
                changes.Signal();
            }
        }
    }

    private ApiAnswer Decide(string? path, JsonObject body)
    {
        if (urls.Find(path) is not { } url)
        {
            return ApiAnswer.Error("no_service") with { Status = 404 };
        }

        if (url.Use(world.Now) is { } error)
        {
            return ApiAnswer.Error(error) with { Status = 404 };
        }

        writer.Write(url, body);
        return url.IsOfCommand ? new(200, "text/html", "ok") : ApiAnswer.Ok();
    }
}
