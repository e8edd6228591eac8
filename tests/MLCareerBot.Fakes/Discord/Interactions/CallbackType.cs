namespace MLCareerBot.Fakes.Discord;

/// <summary>How a bot answers an interaction first.</summary>
public enum CallbackType
{
    /// <summary>To a ping.</summary>
    Pong = 1,

    /// <summary>With a message.</summary>
    Message = 4,

    /// <summary>With a message to come; the user sees that the bot is thinking.</summary>
    DeferredMessage = 5,

    /// <summary>Not yet, and the user sees nothing.</summary>
    DeferredUpdate = 6,

    /// <summary>By changing the message that the component sits on.</summary>
    Update = 7,

    /// <summary>With choices for the option being typed.</summary>
    Choices = 8,

    /// <summary>With a form.</summary>
    Modal = 9,
}
