namespace MLCareerBot.Memory;

/// <summary>The store cannot be used at the moment: what was asked for was not done, or nobody knows. Trying later may help.</summary>
/// <param name="message">One sentence for the operator, without secrets.</param>
/// <param name="inner">What happened.</param>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store cannot be used until an operator mends something: a damaged file, a newer schema, a second process.</summary>
/// <param name="message">One sentence for the operator: what is wrong and what to do. No secrets.</param>
/// <param name="inner">What happened.</param>
public sealed class StoreUnusableException(string message, Exception? inner = null) : Exception(message, inner);
