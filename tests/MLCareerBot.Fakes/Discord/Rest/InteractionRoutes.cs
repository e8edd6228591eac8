using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Discord;

/// <summary>The first answer to an interaction: once, and within three seconds.</summary>
internal sealed class InteractionRoutes(World world, AnswerWriter answers)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    public IEnumerable<Route> All => [new("POST", "interactions/{interaction}/{token}/callback", Respond)];

    private Answer Respond(RestRequest request)
    {
        if (world.Interactions.ById(request["interaction"]) is not { } interaction || interaction.Token != request["token"])
        {
            return Answer.Error(404, 10062, "Unknown interaction");
        }

        if (interaction.Callback is not null)
        {
            return Answer.Error(400, 40060, "Interaction has already been acknowledged.");
        }

        return world.Now - interaction.SentAt > Deadline
            ? Answer.Error(404, 10062, "Unknown interaction")
            : CallbackRules.Check(interaction, request.Form, request.Files.Count > 0) ?? Accept(interaction, request);
    }

    private Answer Accept(InteractionState interaction, RestRequest request)
    {
        interaction.Callback = (CallbackType)request.Form.Number("type")!.Value; // Checked before.
        interaction.CallbackData = request.Form.Object("data")?.Copy();
        interaction.AnsweredAt = world.Now;
        answers.Apply(interaction, request.Files);

        return string.Equals(request.Query["with_response"], "true", StringComparison.OrdinalIgnoreCase)
            ? Answer.Ok(Resource(interaction))
            : Answer.NoContent;
    }

    private static JsonObject Resource(InteractionState interaction)
    {
        JsonObject resource = new() { ["type"] = (int)interaction.Callback!.Value }; // Accepted a moment ago.
        JsonObject about = new() { ["id"] = interaction.Id, ["type"] = (int)interaction.Type };
        if (interaction.Original is { } message)
        {
            about["response_message_id"] = message.Text("id");
            about["response_message_loading"] = interaction.IsThinking;
            about["response_message_ephemeral"] = message.IsEphemeral();
            resource["message"] = message.DeepClone();
        }

        return new() { ["interaction"] = about, ["resource"] = resource };
    }
}
