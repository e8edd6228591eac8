using MLCareerBot.Chat;

namespace MLCareerBot.Discord.Protocol.Gateway;

/// <summary>The gateway cannot go on before an operator changes something.</summary>
/// <param name="message">One sentence for the operator, without secrets.</param>
/// <param name="closeCode">Discord's close code, 4004 for a rejected token; null where the reason is our own.</param>
internal sealed class DiscordGatewayStoppedException(string message, int? closeCode = null) : PlatformStoppedException(message)
{
    public int? CloseCode => closeCode;
}
