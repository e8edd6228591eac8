using MLCareerBot.Chat;
using MLCareerBot.Commands;
using MLCareerBot.Operations;

namespace MLCareerBot.Features.Admin;

/// <summary>Looks at everything that the bot stands on, and says how to mend what is broken.</summary>
internal sealed class DoctorHandler(Doctor doctor) : ICommandHandler
{
    public async Task<ChatReply> HandleAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var findings = await doctor.ExamineAsync(isOffline: false, cancellationToken).ToListAsync(cancellationToken);
        return new(
            findings.Exists(finding => finding.Kind is FindingKind.Bad) ? "Something needs mending" : "All is well",
            new ReplyBlock.BulletList([.. findings.Select(Line)]))
        {
            Outcome = Outcomes.Answered(id: null),
        };
    }

    private static string Line(Finding finding) => $"{finding.Mark} {finding.Text} {finding.Fix}".TrimEnd();
}
