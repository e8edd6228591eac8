namespace MLCareerBot.Storage.Places;

/// <summary>What is deleted when. Each kind is done in one transaction.</summary>
internal static class PurgeSql
{
    private static readonly string[] Left =
    [
        "DELETE FROM subscription WHERE (state IN (2, 4) AND state_since < @Week) OR " + IsLeft("subscription"),
        "DELETE FROM remark WHERE " + IsLeft("remark"),
        "DELETE FROM rating WHERE " + IsLeft("rating"),
        "DELETE FROM vain_text WHERE " + IsLeft("vain_text"),
        "DELETE FROM vain_form WHERE " + IsLeft("vain_form"),
        "DELETE FROM departure WHERE left_at < @TwoWeeks",
    ];

    // By date and subscription, for which there is an index; dates that never ended go too.
    private static readonly string[] Deliveries =
        ["DELETE FROM delivery WHERE subscription IN (SELECT id FROM subscription) AND local_date < @Date"];

    private static readonly string[] Inbox =
        ["DELETE FROM inbox WHERE received_at < @Day AND (state = 2 OR received_at < @Week)"];

    private static readonly string[] Vain =
    [
        "DELETE FROM vain_text WHERE asked_at < @Month",
        "DELETE FROM vain_form WHERE latest < CASE WHEN state = 2 THEN @Year ELSE @Month END",
    ];

    private static readonly string[] Small =
    [
        "DELETE FROM notice WHERE begun_at < @Year",
        "DELETE FROM tombstone WHERE deleted_at < @Month",
    ];

    public static IReadOnlyList<IReadOnlyList<string>> Kinds { get; } = [Left, Deliveries, Inbox, Vain, Small];

    private static string IsLeft(string table) =>
        $"EXISTS (SELECT 1 FROM departure WHERE departure.platform = {table}.platform AND departure.workspace = {table}.workspace AND left_at < @Week)";
}
