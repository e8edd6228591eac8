namespace MLCareerBot.Fakes.Slack;

/// <summary>A method of the Web API.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="Handle">Decides the answer, holding the workspace's gate.</param>
/// <param name="Token">The kind of token it takes.</param>
internal sealed record ApiMethod(string Name, Func<Arguments, ApiAnswer> Handle, TokenKind Token = TokenKind.Bot);
