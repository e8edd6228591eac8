using NodaTime;

namespace MLCareerBot.Memory;

/// <summary>What people asked in vain, without who they are. Every call may throw <see cref="StoreUnavailableException"/>.</summary>
public interface IUnanswered
{
    /// <summary>Keeps some questions, unless their form was settled as one to ignore. Texts are redacted already.</summary>
    Task AddAsync(IReadOnlyList<VainQuestion> questions, CancellationToken cancellationToken);

    /// <summary>The open ones of a place, or of all where none is named, by form, those asked most often first.</summary>
    Task<IReadOnlyList<VainQuestions>> ListAsync(Tenant? tenant, int most, CancellationToken cancellationToken);

    /// <summary>Settles all of one form: answered by now, or never to be listed again. False if there is none with this id.</summary>
    Task<bool> SettleAsync(Tenant? tenant, string id, bool ignore, CancellationToken cancellationToken);
}

/// <summary>A question that was not answered.</summary>
/// <param name="Tenant">Where it was asked.</param>
/// <param name="Form">The form under which like questions are grouped; never empty.</param>
/// <param name="Text">The words, redacted.</param>
/// <param name="At">When it was asked.</param>
public sealed record VainQuestion(Tenant Tenant, string Form, string Text, Instant At);

/// <summary>Questions of one form.</summary>
/// <param name="Id">A short id for commands, made from the form.</param>
/// <param name="Texts">Wordings of it, at most a handful, the latest first.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="Latest">When it was asked last.</param>
public sealed record VainQuestions(string Id, IReadOnlyList<string> Texts, int Count, Instant Latest);
