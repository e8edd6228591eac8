using MLCareerBot.Commands;
using MLCareerBot.Discord.Protocol.Wire;
using MLCareerBot.Discord.Rendering;

namespace MLCareerBot.Discord.Commands;

/// <summary>The menu as Discord's command list: https://discord.com/developers/docs/interactions/application-commands.</summary>
internal static class CommandDefinitions
{
    public const string MessageCommand = "Answer with MLCareerBot";

    private const int DescriptionLimit = 100;
    private const string ManageServer = "32";

    private static readonly int[] Anywhere = [0, 1, 2];
    private static readonly int[] InServers = [0];
    private static readonly int[] ServersAndPeople = [0, 1];

    /// <summary>One root for everybody, one for admins if there is anything in it, and a command on messages.</summary>
    public static IReadOnlyList<CommandDefinition> From(IReadOnlyList<Command> commands, IReadOnlyList<Command> adminCommands) =>
        adminCommands.Count > 0 ? [Everyone(commands), Admin(adminCommands), OnMessages] : [Everyone(commands), OnMessages];

    private static CommandDefinition Everyone(IReadOnlyList<Command> commands) => new()
    {
        Type = CommandType.Slash,
        Name = CommandTable.Root,
        Description = "Answers career questions, and names the source each time.",
        Options = [.. Subcommands(commands)],
        IntegrationTypes = ServersAndPeople,
        Contexts = Anywhere,
    };

    // Who may use a command can be said of roots alone, so admins have their own.
    private static CommandDefinition Admin(IReadOnlyList<Command> commands) => new()
    {
        Type = CommandType.Slash,
        Name = CommandTable.AdminRoot,
        Description = "Sets up and looks after the bot in this server.",
        Options = [.. Subcommands(commands)],
        DefaultMemberPermissions = ManageServer,
        IntegrationTypes = InServers,
        Contexts = InServers,
    };

    private static CommandDefinition OnMessages { get; } = new()
    {
        Type = CommandType.Message,
        Name = MessageCommand,
        IntegrationTypes = ServersAndPeople,
        Contexts = Anywhere,
    };

    // "tips on" is "on" in the group "tips". A verb that also stands alone is left out: Discord takes a name only once.
    private static IEnumerable<OptionDefinition> Subcommands(IEnumerable<Command> commands) => commands
        .GroupBy(command => command.Name.Split(' ')[0], StringComparer.Ordinal)
        .Select(verbs => verbs.Where(command => command.Name.Contains(' ', StringComparison.Ordinal)).ToList() is { Count: > 0 } grouped
            ? Group(verbs.Key, grouped)
            : Subcommand(verbs.Key, verbs.First()));

    private static OptionDefinition Group(string name, List<Command> commands)
    {
        var subcommands = commands.Select(command => Subcommand(command.Name[(name.Length + 1)..], command)).ToList();
        return new()
        {
            Type = OptionType.SubcommandGroup,
            Name = name,
            Description = DiscordText.Clip($"{name}: {string.Join(", ", subcommands.Select(command => command.Name))}", DescriptionLimit),
            Options = subcommands,
        };
    }

    private static OptionDefinition Subcommand(string name, Command command) => new()
    {
        Type = OptionType.Subcommand,
        Name = name,
        Description = DiscordText.Clip(command.Summary, DescriptionLimit),

        // Discord wants the required ones first; the others keep their order.
        Options = [.. command.Options.OrderByDescending(option => option.IsRequired).Select(FieldDefinitions.Of)],
    };
}
