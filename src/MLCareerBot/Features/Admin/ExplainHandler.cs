using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Knowledge.Matching;
using static System.FormattableString;

namespace MLCareerBot.Features.Admin;

/// <summary>Says why a question is answered as it is, for those who tend the pack.</summary>
internal sealed class ExplainHandler : ICommandHandler
{
    private const int MostWords = 40;
    private const int MostMended = 10;

    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var why = await call.Knowledge.ExplainAsync(call["question"] ?? "").WaitAsync(cancellationToken);
        return new(TitleOf(why),
        [
            new ReplyBlock.Paragraph(why.Reason),
            new ReplyBlock.BulletList([$"Read as: {string.Join(' ', why.Words.Split(' ').Take(MostWords))}", .. Mended(why)]),
            Candidates(why),
        ])
        {
            Outcome = Outcomes.Answered(id: null),
        };
    }

    private static string TitleOf(MatchExplanation why) => why.Decision switch
    {
        Decision.Answer => $"Answered with {why.Candidates[0].Id}",
        Decision.Suggest => "Answered with \"did you mean\"",
        _ => "Not answered",
    };

    private static IEnumerable<string> Mended(MatchExplanation why) => why.Mended.Count == 0 ? [] :
        [$"Mended: {string.Join(", ", why.Mended.Take(MostMended).Select(pair => $"{pair.Typed} → {pair.Read}"))}"];

    private static ReplyBlock.Table Candidates(MatchExplanation why) => new(
        ["Nearest", "Score", "By words", "By phrasing"],
        [
            .. why.Candidates.Select(candidate => (IReadOnlyList<string>)
                [candidate.Id, Invariant($"{candidate.Score:0.00}"), Invariant($"{candidate.ByWords:0.00}"), Invariant($"{candidate.ByPhrasing:0.00}")]),
        ]);
}
