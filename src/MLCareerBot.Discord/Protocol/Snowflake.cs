using System.Globalization;

namespace MLCareerBot.Discord.Protocol;

/// <summary>Discord's ids are times: https://discord.com/developers/docs/reference#snowflakes.</summary>
internal static class Snowflake
{
    // The first second of 2015, in milliseconds since 1970.
    private const long Epoch = 1_420_070_400_000;
    private const int TimeShift = 22;

    /// <summary>True for what can be an id.</summary>
    public static bool IsOne(string text) => text.Length is > 0 and <= 20 && text.All(char.IsAsciiDigit);

    /// <summary>The smallest id of this moment.</summary>
    public static string At(DateTimeOffset time) =>
        (Math.Max(0, time.ToUnixTimeMilliseconds() - Epoch) << TimeShift).ToString(CultureInfo.InvariantCulture);
}
