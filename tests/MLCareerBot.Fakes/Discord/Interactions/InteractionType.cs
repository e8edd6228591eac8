namespace MLCareerBot.Fakes.Discord;

/// <summary>What a user did.</summary>
public enum InteractionType
{
    /// <summary>A web server's health check; not sent over the gateway.</summary>
    Ping = 1,

    /// <summary>Used a command.</summary>
    Command = 2,

    /// <summary>Pressed a button or chose from a select.</summary>
    Component = 3,

    /// <summary>Is typing an option of a command.</summary>
    Autocomplete = 4,

    /// <summary>Sent a form.</summary>
    ModalSubmit = 5,
}
