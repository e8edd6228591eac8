namespace MLCareerBot.Fakes.Discord;

/// <summary>The interactions that were sent, by id and by token.</summary>
internal sealed class InteractionStore
{
    private readonly Dictionary<string, InteractionState> _byId = [];
    private readonly Dictionary<string, InteractionState> _byToken = [];

    public void Add(InteractionState interaction)
    {
        _byId[interaction.Id] = interaction;
        _byToken[interaction.Token] = interaction;
    }

    public InteractionState? ById(string id) => _byId.GetValueOrDefault(id);

    public InteractionState? ByToken(string token) => _byToken.GetValueOrDefault(token);
}
