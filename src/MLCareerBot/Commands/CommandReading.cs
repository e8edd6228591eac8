namespace MLCareerBot.Commands;

/// <summary>What a message was read as. The set is closed.</summary>
internal abstract record CommandReading
{
    private CommandReading()
    {
    }

    /// <summary>A call that can be answered; a question is a call of <c>ask</c>.</summary>
    public sealed record Call(CommandCall Value) : CommandReading;

    /// <summary>A command whose verb we don't have.</summary>
    public sealed record UnknownVerb(string Typed) : CommandReading;

    /// <summary>A verb of ours with options that don't fit it.</summary>
    public sealed record WrongOptions(Command Command) : CommandReading;
}
