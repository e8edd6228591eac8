using System.Text.Json;

namespace MLCareerBot.Storage.Operations;

/// <summary>The form in which a store is moved: JSON lines, the first of which says what they are.</summary>
internal static class StoreFile
{
    /// <summary>What the first line names.</summary>
    public const string Format = "mlcareerbot-store";

    /// <summary>A store's tables, those that others refer to first. The schema's own list of steps is not among them.</summary>
    public static IReadOnlyList<StoreTable> Tables { get; } =
    [
        new("setting") { MayBeThere = true },
        new("subscription", Leases: ["lease_until", "lease_owner"]),
        new("delivery"),
        new("progress"),
        new("remark"),
        new("rating"),
        new("vain_form"),
        new("vain_text"),
        new("inbox", Leases: ["lease_until"]),
        new("departure"),
        new("notice") { MayBeThere = true },
        new("quarantine") { MayBeThere = true },
        new("tombstone") { MayBeThere = true, OnConflict = "ON CONFLICT (person_hash) DO UPDATE SET deleted_at = excluded.deleted_at WHERE excluded.deleted_at > tombstone.deleted_at" },
    ];

    /// <summary>Of a value in the database.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, provider: null));
                break;
        }
    }

    /// <summary>Of a value in a file.</summary>
    public static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        _ => throw new InvalidDataException("A value is neither a text nor a whole number."),
    };
}

/// <summary>A table in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Leases">Columns that are of this minute: they stay behind.</param>
internal sealed record StoreTable(string Name, params IReadOnlyList<string> Leases)
{
    /// <summary>True for what the program keeps for itself: a store in which there is nothing else counts as empty, and what is there stays.</summary>
    public bool MayBeThere { get; init; }

    /// <summary>What becomes of a row that is there already, where that may be; else what is there stays.</summary>
    public string OnConflict { get; init; } = "ON CONFLICT DO NOTHING";
}
