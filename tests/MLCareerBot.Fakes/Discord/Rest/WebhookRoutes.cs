using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>What may follow the first answer to an interaction, for fifteen minutes.</summary>
internal sealed class WebhookRoutes(World world, AnswerWriter answers)
{
    private const string Webhook = "webhooks/{application}/{token}";
    private const string Original = Webhook + "/messages/@original";
    private const string FollowUp = Webhook + "/messages/{message}";
    private const int MostFollowUpsOfUserInstall = 5;

    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    public IEnumerable<Route> All =>
    [
        new("GET", Original, With((interaction, _) => WithOriginal(interaction, Answer.Ok))),
        new("PATCH", Original, With((interaction, request) => WithOriginal(interaction, message => Edit(interaction, message, request)))),
        new("DELETE", Original, With((interaction, _) => WithOriginal(interaction, message => Delete(interaction, message)))),
        new("POST", Webhook, With(Follow)),
        new("GET", FollowUp, With((interaction, request) => WithFollowUp(interaction, request, Answer.Ok))),
        new("PATCH", FollowUp, With((interaction, request) => WithFollowUp(interaction, request, message => Edit(interaction, message, request)))),
        new("DELETE", FollowUp, With((interaction, request) => WithFollowUp(interaction, request, message => Delete(interaction, message)))),
    ];

    private Func<RestRequest, Answer> With(Func<InteractionState, RestRequest, Answer> handle) => request =>
        request["application"] != world.ApplicationId || world.Interactions.ByToken(request["token"]) is not { } interaction
            ? Answer.Error(404, 10015, "Unknown Webhook")
        : world.Now - interaction.SentAt > TokenLife ? Answer.Error(401, 50027, "Invalid Webhook Token")
        : interaction.Callback is null ? Answer.Error(404, 10015, "Unknown Webhook")
        : handle(interaction, request);

    private static Answer WithOriginal(InteractionState interaction, Func<JsonObject, Answer> handle) =>
        interaction.Original is { } message ? handle(message) : Answer.UnknownMessage;

    private static Answer WithFollowUp(InteractionState interaction, RestRequest request, Func<JsonObject, Answer> handle) =>
        interaction.FollowUps.Append(interaction.Original).FirstOrDefault(message => message.Text("id") == request["message"]) is { } message
            ? handle(message)
            : Answer.UnknownMessage;

    private Answer Edit(InteractionState interaction, JsonObject message, RestRequest request)
    {
        if (MessageEdits.Check(message, request.Form, request.Files.Count > 0) is { } refusal)
        {
            return refusal;
        }

        answers.Edit(interaction, message, request.Form, request.Files);
        return Answer.Ok(message);
    }

    private Answer Delete(InteractionState interaction, JsonObject message)
    {
        answers.Delete(interaction, message);
        interaction.FollowUps.Remove(message);
        if (ReferenceEquals(interaction.Original, message))
        {
            interaction.Original = null;
        }

        return Answer.NoContent;
    }

    private Answer Follow(InteractionState interaction, RestRequest request)
    {
        // The first follow-up after "is thinking" takes its place, and its visibility.
        if (interaction is { IsThinking: true, Original: { } thinking })
        {
            return Edit(interaction, thinking, request);
        }

        if (MessageRules.Check(request.Form, request.Files.Count > 0) is { } refusal)
        {
            return refusal;
        }

        if (interaction.IsUserInstallOnly && interaction.FollowUpCount >= MostFollowUpsOfUserInstall)
        {
            return Answer.Error(400, 40094, "This interaction has reached the maximum number of follow-up messages");
        }

        var message = answers.Post(interaction, request.Form, request.Files);
        interaction.FollowUps.Add(message);
        interaction.FollowUpCount++;
        return Answer.Ok(message);
    }
}
