namespace MLCareerBot.Features.Tips.Schedule;

/// <summary>What a text was read as that should name a time zone. The set is closed.</summary>
internal abstract record ZoneReading
{
    private ZoneReading()
    {
    }

    /// <summary>A zone.</summary>
    /// <param name="Id">Its id: <c>Europe/Berlin</c>.</param>
    public sealed record Known(string Id) : ZoneReading;

    /// <summary>No zone, but perhaps one of these was meant; none where nothing is near.</summary>
    /// <param name="Ids">Their ids, the likeliest first.</param>
    /// <param name="Why">What is wrong with the text, as a sentence that does not repeat it.</param>
    public sealed record Meant(IReadOnlyList<string> Ids, string Why) : ZoneReading;
}
