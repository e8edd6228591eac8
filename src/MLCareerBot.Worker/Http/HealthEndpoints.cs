using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MLCareerBot.Chat;

namespace MLCareerBot.Worker.Http;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: people reach it on every platform that is set up.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints, Func<IEnumerable<IChatPlatform>> platforms)
    {
        endpoints.MapGet("/health/live", (RequestDelegate)(context => context.Response.WriteAsync("live\n")));
        endpoints.MapGet("/health/ready", (RequestDelegate)(context => WriteAsync(context.Response, [.. platforms().Select(HealthEntry.Of)])));
    }

    private static Task WriteAsync(HttpResponse response, IReadOnlyList<HealthEntry> platforms)
    {
        var isReady = platforms.All(platform => platform.State == HealthEntry.Ready);
        response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return response.WriteAsJsonAsync(new(isReady, platforms), HealthJson.Default.HealthReport);
    }
}

/// <summary>The answer of <c>/health/ready</c>.</summary>
internal sealed record HealthReport(bool Ready, IReadOnlyList<HealthEntry> Platforms);

/// <summary>One platform in it.</summary>
internal sealed record HealthEntry(string Name, string State, string Detail)
{
    public static readonly string Ready = Text(PlatformState.Ready);

    public static HealthEntry Of(IChatPlatform platform) => new(platform.Name, Text(platform.Status.State), platform.Status.Detail);

    private static string Text(PlatformState state) => state.ToString().ToLowerInvariant();
}

/// <summary>Written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
