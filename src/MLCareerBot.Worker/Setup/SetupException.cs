namespace MLCareerBot.Worker.Setup;

/// <summary>The program cannot start as it was set up. The message is for the operator, and complete.</summary>
internal sealed class SetupException(string message) : Exception(message);
