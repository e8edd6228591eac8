namespace MLCareerBot.Fakes.Slack;

/// <summary>The modals that are open, the topmost of each user last, and every App Home that was published.</summary>
internal sealed class ViewStore
{
    private readonly List<FakeView> _open = [];
    private readonly List<FakeView> _homes = [];

    public IReadOnlyList<FakeView> Open => _open;

    public IEnumerable<FakeView> HomesOf(string userId) => _homes.Where(view => view.UserId == userId);

    public FakeView? Find(string? id, string? externalId) =>
        _open.Concat(_homes.AsEnumerable().Reverse())
            .FirstOrDefault(view => id is not null ? view.Id == id : externalId is not null && view.ExternalId == externalId);

    public IEnumerable<FakeView> StackOf(string userId) => _open.Where(view => view.UserId == userId);

    public void Add(FakeView view) => (view.IsHome ? _homes : _open).Add(view);

    public void Update(FakeView view)
    {
        if (_open.FindIndex(open => open.Id == view.Id) is >= 0 and var index)
        {
            _open[index] = view;
        }
        else if (view.IsHome)
        {
            _homes.Add(view);
        }
    }

    public void Close(string id) => _open.RemoveAll(view => view.Id == id);

    public void CloseAll(string userId) => _open.RemoveAll(view => view.UserId == userId);
}
