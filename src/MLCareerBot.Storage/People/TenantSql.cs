using MLCareerBot.Memory;

namespace MLCareerBot.Storage.People;

/// <summary>Keeps what belongs to one server or workspace from all others.</summary>
internal static class TenantSql
{
    /// <param name="tenant">Null for all, which only the operator may see.</param>
    /// <param name="workspace">The column, null where there is none.</param>
    public static string Where(Tenant? tenant, string workspace) =>
        tenant is null ? "WHERE 1 = 1"
        : tenant.Workspace is null ? $"WHERE platform = @Platform AND {workspace} IS NULL"
        : $"WHERE platform = @Platform AND {workspace} = @Workspace";

    public static object Values(Tenant? tenant, int most, string? id = null) =>
        new { Platform = tenant?.Platform ?? "", Workspace = Stored.Text(tenant?.Workspace) ?? "", Most = most, Id = Stored.Text(id) ?? "" };
}
