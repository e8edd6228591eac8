namespace MLCareerBot.Fakes.Slack;

/// <summary>Where the app takes deliveries over HTTP.</summary>
public sealed record HttpEndpoints(Uri Events, Uri Commands, Uri Interactions)
{
    /// <summary>The paths of MLCareerBot's contract below one address.</summary>
    public static HttpEndpoints Below(Uri address) =>
        new(new(address, "/slack/events"), new(address, "/slack/commands"), new(address, "/slack/interactions"));

    /// <summary>One address for everything, as Bolt has it.</summary>
    public static HttpEndpoints AllAt(Uri address) => new(address, address, address);

    internal Uri For(Delivery delivery) => delivery.Kind switch
    {
        DeliveryKind.SlashCommand => Commands,
        DeliveryKind.Interaction => Interactions,
        _ => Events,
    };
}
