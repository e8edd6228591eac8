namespace MLCareerBot.Discord.Protocol.Wire;

/// <summary>The first answer to an interaction, due within three seconds.</summary>
/// <param name="Type">One of <see cref="ResponseType"/>.</param>
/// <param name="Data">What belongs to that type.</param>
internal sealed record InteractionResponse<T>(int Type, T Data);

/// <summary>Kinds of first answers.</summary>
internal static class ResponseType
{
    public const int Message = 4;
    public const int DeferredMessage = 5;
    public const int Choices = 8;
    public const int Modal = 9;
}

/// <summary>Says who will see the answer that comes later.</summary>
internal sealed record DeferredData
{
    /// <summary><see cref="MessageFlags.Ephemeral"/> or nothing; no other flag is heard here.</summary>
    public int Flags { get; init; }
}

/// <summary>What to offer below a field being typed in.</summary>
internal sealed record ChoicesData(IReadOnlyList<CommandChoice> Choices);

/// <summary>A form to fill in.</summary>
/// <param name="CustomId">Comes back with it; at most 100 characters.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Components">1 to 5 labels, each around a field.</param>
internal sealed record ModalData(string CustomId, string Title, IReadOnlyList<Component> Components);
