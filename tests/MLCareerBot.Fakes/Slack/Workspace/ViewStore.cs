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

    public void Add(FakeView view) => (view.Json.Text("type") == "home" ? _homes : _open).Add(view);

    public void Update(FakeView view)
    {
        var index = _open.FindIndex(open => open.Id == view.Id);
        if (index < 0)
        {
            _homes.Add(view);
            return;
        }

        _open[index] = view;
    }

    public void Close(string id) => _open.RemoveAll(view => view.Id == id);

    public void CloseAll(string userId) => _open.RemoveAll(view => view.UserId == userId);
}
