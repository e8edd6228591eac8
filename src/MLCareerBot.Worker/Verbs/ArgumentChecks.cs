using System.CommandLine;
using System.CommandLine.Parsing;

namespace MLCareerBot.Worker.Verbs;

/// <summary>What the parser lets through and the verbs should not have to deal with.</summary>
internal static class ArgumentChecks
{
    /// <summary>Refuses a value, with a sentence that says what to do.</summary>
    public static void Refuse(this Argument<string> argument, Predicate<string> isWrong, string message) =>
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && isWrong(token.Value))
            {
                result.AddError(message);
            }
        });

    /// <summary>
    /// Refuses a value that was meant as an option we don't have: <c>--jsn</c>. The parser would take it, and a
    /// mistyped option would pass for a question.
    /// </summary>
    public static T WithoutOptions<T>(this T argument)
        where T : Argument
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] value }] && !value.Contains(' ', StringComparison.Ordinal))
            {
                result.AddError($"There is no option '{value}'.");
            }
        });
        return argument;
    }
}
