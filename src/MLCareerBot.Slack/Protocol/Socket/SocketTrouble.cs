using System.Net.WebSockets;
using MLCareerBot.Slack.Protocol.Web;

namespace MLCareerBot.Slack.Protocol.Socket;

/// <summary>Says in words why a connection is not there. Not in the words of others, which may name an address that is a secret.</summary>
internal static class SocketTrouble
{
    public const string LinkDisabled =
        "Socket Mode is switched off for this app (link_disabled): switch it on under Socket Mode at https://api.slack.com/apps "
        + "and start again, or remove Slack:AppToken and use HTTP.";

    /// <summary>Whether another try may help.</summary>
    public static bool IsPassing(Exception failure) => failure is SlackApiException or SlackUnavailableException
        or WebSocketException or HttpRequestException or IOException or TimeoutException or OperationCanceledException;

    public static string Of(Exception failure) => failure switch
    {
        SlackApiException or SlackUnavailableException => failure.Message,
        TimeoutException => "Slack opened a socket and said no hello.",
        WebSocketException socket => $"the socket could not be opened ({socket.WebSocketErrorCode}).",
        _ => "the socket could not be opened.",
    };

    public static string Of(SocketEnd end) => end switch
    {
        SocketEnd.Lost => "the connection broke off.",
        SocketEnd.Silent => "nothing was heard for 30 s.",
        SocketEnd.Replace => "Slack asked for a new connection.",
        SocketEnd.TooMany => "Slack says that the app has too many sockets.",
        _ => LinkDisabled,
    };
}
