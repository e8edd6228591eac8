namespace MLCareerBot.Fakes.Slack;

/// <summary>Ends the handling of a call with <c>ok: false</c>.</summary>
internal sealed class Refusal(ApiAnswer answer) : Exception
{
    public Refusal(string error)
        : this(ApiAnswer.Error(error))
    {
    }

    public ApiAnswer Answer => answer;
}
