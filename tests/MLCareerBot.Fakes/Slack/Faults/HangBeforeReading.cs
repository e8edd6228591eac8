namespace MLCareerBot.Fakes.Slack;

/// <summary>The request is not looked at; its place in the record is empty but for the method.</summary>
internal sealed record HangBeforeReading : Fault
{
    internal override Task PlayAsync(Exchange exchange) => exchange.HangAsync();
}
