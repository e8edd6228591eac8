using MLCareerBot.Chat;
using MLCareerBot.Memory;

namespace MLCareerBot.Features;

/// <summary>Whoever has the terminal has the database too, and sees all places; admins elsewhere see their own.</summary>
internal static class Operator
{
    private const string Terminal = "console";

    public static bool IsAt(ChatAddress address) => address.Platform == Terminal;

    /// <summary>Null for all.</summary>
    public static Tenant? TenantOf(ChatAddress address) => IsAt(address) ? null : Tenant.Of(address);
}
