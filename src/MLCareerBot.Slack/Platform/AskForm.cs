using System.Text.Json;
using Microsoft.Extensions.Options;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Slack.Protocol;
using MLCareerBot.Slack.Protocol.Web;
using MLCareerBot.Slack.Protocol.Wire;
using MLCareerBot.Slack.Views;

namespace MLCareerBot.Slack.Platform;

/// <summary>The form for questions, from its opening to its answer.</summary>
internal sealed class AskForm(
    SlackApi api, Respondent respondent, CallerAnswer answer, KnowledgeBase knowledge, IOptions<SlackOptions> options)
{
    /// <summary>Opens it for somebody. If it is too late for that, says how to ask without it.</summary>
    public async Task OpenAsync(Caller caller, CancellationToken cancellationToken)
    {
        try
        {
            await api.OpenViewAsync(caller.Trigger ?? "", AskView.For(caller.Place), cancellationToken);
        }
        catch (Exception exception) when (exception is SlackApiException or SlackUnavailableException)
        {
            // Too much if it has opened after all; too little to say nothing if it has not.
            await answer.GiveAsync(caller, HowToAsk, isShared: false, cancellationToken);
        }
    }

    /// <summary>The questions that fit what is typed, from memory.</summary>
    public EnvelopeAnswer Suggest(JsonElement request)
    {
        IReadOnlyList<SelectOption> found = request.Text("action_id") == AskView.Topic ? AskOptions.For(request.Text("value") ?? "", knowledge.Pack) : [];
        return EnvelopeAnswer.AckWith(JsonSerializer.SerializeToElement(new(found), SlackJson.Default.OptionsAnswer));
    }

    /// <summary>What to say in the form if nothing was asked; else null. A form of another version has no place to say it in.</summary>
    public static EnvelopeAnswer? FaultOf(JsonElement submission) =>
        FieldOf(submission, AskView.Question) is not null && QuestionOf(submission).Length == 0 && TopicOf(submission) is null ? Refuse("Choose a question, or write one here.") : null;

    /// <summary>Leaves the form open, with a sentence in it.</summary>
    public static EnvelopeAnswer Refuse(string sentence) => EnvelopeAnswer.AckWith(JsonSerializer.SerializeToElement(
        new("errors") { Errors = new Dictionary<string, string>(StringComparer.Ordinal) { [AskView.Question] = sentence } },
        SlackJson.Default.ViewAnswer));

    /// <summary>Answers it where it was opened. Own words go before a choice, which may be left from before.</summary>
    public async Task AnswerAsync(JsonElement submission, CancellationToken cancellationToken)
    {
        if (Caller.OfInteraction(submission) is not { } sender)
        {
            return;
        }

        var place = AskPlace.Read(submission.Object("view")?.Text("private_metadata"));
        var caller = sender with { Channel = place?.Channel, Thread = place?.Thread };
        var reply = (QuestionOf(submission), TopicOf(submission)) switch
        {
            ({ Length: > 0 } question, _) => await respondent.AnswerAsync(caller, question, cancellationToken),
            (_, { } topic) => await respondent.ReplyAsync(caller, new($"faq {topic}", IsCommand: true, IsAdmin: false), cancellationToken),
            _ => HowToAsk,
        };
        await answer.GiveAsync(caller, reply, isShared: false, cancellationToken);
    }

    private static string QuestionOf(JsonElement submission) => FieldOf(submission, AskView.Question)?.Words("value").Trim() ?? "";

    private static string? TopicOf(JsonElement submission) => FieldOf(submission, AskView.Topic)?.Object("selected_option")?.Text("value");

    private static JsonElement? FieldOf(JsonElement submission, string name) =>
        submission.Object("view")?.Object("state")?.Object("values")?.Object(name)?.Object(name);

    private ChatReply HowToAsk =>
        new("Ask me right here", new ReplyBlock.Paragraph($"If the form did not open, or is from another time: type `{options.Value.RootCommand} ask` and your question behind it, or write me a direct message."))
        {
            IsPrivate = true,
        };
}
