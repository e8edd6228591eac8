using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Worker.Http;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: people reach it on every platform that is set up, and it can remember.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints, Func<IEnumerable<IChatPlatform>> platforms, Func<IStore?> store)
    {
        endpoints.MapGet("/health/live", (RequestDelegate)(context => context.Response.WriteAsync("live\n")));
        endpoints.MapGet("/health/ready", (RequestDelegate)(context => WriteAsync(context.Response, [.. platforms().Select(HealthEntry.Of)], HealthEntry.Of(store()))));
    }

    private static Task WriteAsync(HttpResponse response, IReadOnlyList<HealthEntry> platforms, HealthEntry? store)
    {
        var isReady = platforms.Append(store ?? HealthEntry.NoStore).All(part => part.State == HealthEntry.Ready);
        response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return response.WriteAsJsonAsync(new(isReady, platforms, store), HealthJson.Default.HealthReport);
    }
}

/// <summary>The answer of <c>/health/ready</c>.</summary>
internal sealed record HealthReport(bool Ready, IReadOnlyList<HealthEntry> Platforms, HealthEntry? Store);

/// <summary>One platform in it, or the store.</summary>
internal sealed record HealthEntry(string Name, string State, string Detail)
{
    public static readonly string Ready = Text(PlatformState.Ready);

    public static HealthEntry Of(IChatPlatform platform) => new(platform.Name, Text(platform.Status.State), platform.Status.Detail);

    /// <summary>Where nothing is remembered, nothing can go wrong with it.</summary>
    public static readonly HealthEntry NoStore = new("store", Ready, "Nothing is remembered.");

    /// <summary>Degraded: questions are answered, but nothing is remembered and no tips are sent.</summary>
    public static HealthEntry? Of(IStore? store) => store switch
    {
        null => null,
        { Trouble: { } trouble } => new("store", "degraded", trouble),
        _ => new("store", Ready, "It works."),
    };

    private static string Text(PlatformState state) => state.ToString().ToLowerInvariant();
}

/// <summary>Written by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
