using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Features.Tips;

namespace MLCareerBot.Features.Admin;

/// <summary>Says how the platforms and daily tips are and what the bot knows.</summary>
/// <param name="services">Holds the platforms; asked late, because they stand on the router that leads here.</param>
/// <param name="tips">How daily tips stand.</param>
/// <param name="clock">The clock.</param>
internal sealed class StatusHandler(IServiceProvider services, TipStatus tips, TimeProvider clock) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken) =>
        new("Status",
        [
            new ReplyBlock.BulletList(
            [
                .. services.GetServices<IChatPlatform>().Select(Line),
                await tips.OfAsync(call.Request.Address, cancellationToken),
                PackCounts.Of(call.Pack),
                call.Knowledge.IsTrained ? "Training is done." : "Training is under way; the first questions wait for it.",
                $"Up for {Text(Uptime())}.",
            ]),
        ])
        {
            Outcome = Outcomes.Answered(id: null),
        };

    private static string Line(IChatPlatform platform) =>
        $"{platform.Name}: {platform.Status.State.ToString().ToLowerInvariant()}. {platform.Status.Detail}";

    private TimeSpan Uptime()
    {
        using var process = Process.GetCurrentProcess();
        return clock.GetUtcNow() - new DateTimeOffset(process.StartTime);
    }

    private static string Text(TimeSpan time) => $"{time.Days} d {time.Hours} h {time.Minutes} min";
}
