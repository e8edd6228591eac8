namespace MLCareerBot.Fakes.Slack;

/// <summary>The addresses that were handed out. Whoever uses them holds the workspace's gate.</summary>
internal sealed class ResponseUrls(World world)
{
    public const string Root = "/response/";

    private readonly Dictionary<string, ResponseUrl> _issued = [];

    /// <summary>The address that goes into a payload before it is complete.</summary>
    public Uri NewAddress() => new(world.Address, $"{Root}{world.TeamId}/{Ids.Secret()}");

    public void Issue(Delivery delivery)
    {
        if (delivery.ResponseUrl is { } address)
        {
            _issued[address.AbsolutePath] = new(delivery, world.Now);
        }
    }

    public ResponseUrl? Find(string? path) => path is null ? null : _issued.GetValueOrDefault(path);

    public ResponseUrl? Of(Delivery delivery) => Find(delivery.ResponseUrl?.AbsolutePath);
}
