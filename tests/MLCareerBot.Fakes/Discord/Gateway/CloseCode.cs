namespace MLCareerBot.Fakes.Discord;

/// <summary>The close codes with which the fake itself reacts to a client; a test may send any other.</summary>
internal static class CloseCode
{
    public const int UnknownOpcode = 4001;
    public const int DecodeError = 4002;
    public const int NotAuthenticated = 4003;
    public const int AuthenticationFailed = 4004;
    public const int AlreadyAuthenticated = 4005;
    public const int InvalidSequence = 4007;
    public const int RateLimited = 4008;
    public const int SessionTimedOut = 4009;
    public const int InvalidShard = 4010;
    public const int ShardingRequired = 4011;
    public const int InvalidVersion = 4012;
    public const int InvalidIntents = 4013;
    public const int DisallowedIntents = 4014;

    /// <summary>Whether the session is over after it.</summary>
    public static bool EndsSession(int code) =>
        code is NotAuthenticated or AuthenticationFailed or InvalidSequence or SessionTimedOut or (>= InvalidShard and <= DisallowedIntents);
}
