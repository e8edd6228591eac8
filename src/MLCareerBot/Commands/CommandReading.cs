namespace MLCareerBot.Commands;

/// <summary>What a message was read as. The set is closed.</summary>
internal abstract record CommandReading
{
    private CommandReading()
    {
    }

    /// <summary>True for whatever was said to the root of admins, right or wrong.</summary>
    public abstract bool IsAdmin { get; }

    /// <summary>A call that can be answered; a question is a call of <c>ask</c>.</summary>
    public sealed record Call(CommandCall Value) : CommandReading
    {
        public override bool IsAdmin => Value.Command.IsAdmin;
    }

    /// <summary>A command whose verb we don't have, and the verbs that look like it.</summary>
    public sealed record UnknownVerb(IReadOnlyList<Command> Near, bool ForAdmins) : CommandReading
    {
        public override bool IsAdmin => ForAdmins;
    }

    /// <summary>The first word of several verbs, and nothing after it.</summary>
    public sealed record HalfVerb(IReadOnlyList<Command> Group) : CommandReading
    {
        public override bool IsAdmin => Group[0].IsAdmin;
    }

    /// <summary>A verb of ours with options that don't fit it.</summary>
    public sealed record WrongOptions(Command Command) : CommandReading
    {
        public override bool IsAdmin => Command.IsAdmin;
    }
}
