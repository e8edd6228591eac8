namespace MLCareerBot.Storage.Places;

/// <summary>
/// Statements on where the bot is let in. They raise the version as people's changes do, so that nobody who read a
/// subscription before saves it back in its earlier state.
/// </summary>
internal static class PlacesSql
{
    public const string Leave = """
        INSERT INTO departure (platform, workspace, left_at) VALUES (@Platform, @Workspace, @Now) ON CONFLICT DO NOTHING;
        UPDATE subscription SET
            state = 4, state_since = @Now, fence = fence + 1, version = version + 1, lease_until = NULL, lease_owner = NULL
        WHERE platform = @Platform AND workspace = @Workspace AND state <> 4
        """;

    public const string AnythingLeft = """
        SELECT (SELECT COUNT(*) FROM departure WHERE platform = @Platform AND workspace = @Workspace)
            + (SELECT COUNT(*) FROM subscription WHERE platform = @Platform AND workspace = @Workspace AND state = 4)
        """;

    public const string Activate = """
        UPDATE subscription SET
            state = 0, state_since = @Now, strikes = 0, fence = fence + 1, version = version + 1, lease_until = NULL, lease_owner = NULL
        """;

    public const string Return = $"""
        DELETE FROM departure WHERE platform = @Platform AND workspace = @Workspace;
        {Activate}
        WHERE platform = @Platform AND workspace = @Workspace AND state = 4
        """;

    /// <summary>Where the bot may not write, in a whole server.</summary>
    public const string ClosedInWorkspace = "WHERE platform = @Platform AND workspace = @Workspace AND state = 1";

    /// <summary>Where the bot may not write, or what was gone, in one conversation.</summary>
    public const string ClosedConversation = """
        WHERE platform = @Platform AND conversation = @Conversation AND state IN (1, 2, 3)
            AND (CAST(@Workspace AS TEXT) IS NULL OR workspace IS NULL OR workspace = @Workspace)
        """;
}
