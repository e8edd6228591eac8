using MLCareerBot.Chat;

namespace MLCareerBot.Memory;

/// <summary>Somebody, as the store knows them.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="User">The platform's id of the person.</param>
public sealed record Person(string Platform, string User)
{
    /// <summary>Who sent a message.</summary>
    public static Person Of(ChatRequest request) => new(request.Address.Platform, request.From.Id);

    /// <summary>The person's direct messages.</summary>
    public ChatAddress Direct => ChatAddress.DirectTo(Platform, User);
}

/// <summary>Whose feedback and questions they are: admins see their own server's or workspace's alone.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="Workspace">The server or workspace; null for direct messages and the terminal.</param>
public sealed record Tenant(string Platform, string? Workspace)
{
    /// <summary>Where a message was sent.</summary>
    public static Tenant Of(ChatAddress address) => new(address.Platform, address.Workspace);
}
