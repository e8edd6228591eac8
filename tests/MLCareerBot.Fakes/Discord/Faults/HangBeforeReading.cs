namespace MLCareerBot.Fakes.Discord;

/// <summary>The one fault that has to be known before the body is read.</summary>
internal sealed record HangBeforeReading : Fault
{
    internal override Task PlayAsync(Exchange exchange) => exchange.HangAsync();
}
