using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>Carries out what an acknowledgement asks for: a message, another modal, the end of one.</summary>
internal sealed class AckEffects(World world, ResponseUrls urls, ResponseWriter writer, ViewMethods views, Changes changes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>What is wrong with the acknowledgement; null when all is well.</summary>
    public string? Apply(Delivery delivery, JsonNode? payload, TimeSpan latency)
    {
        if (latency > Patience)
        {
            return "too late";
        }

        if (!delivery.AcceptsResponse)
        {
            // Slack's own libraries send an empty one.
            return payload is null or JsonObject { Count: 0 } ? null : "carries an answer where none is taken";
        }

        lock (world.Gate)
        {
            try
            {
                CarryOut(delivery, payload as JsonObject ?? []);
                return null;
            }
            catch (Refusal refusal)
            {
                return refusal.Answer.Body;
            }
            finally
            {
                changes.Signal();
            }
        }
    }

    private void CarryOut(Delivery delivery, JsonObject answer)
    {
        if (delivery.Kind == DeliveryKind.SlashCommand && answer.Count > 0 && urls.Of(delivery) is { } url)
        {
            writer.Write(url, answer);
        }
        else if (delivery is { View: { } view } && delivery.Payload.Text("type") == "view_submission")
        {
            Follow(view, answer);
        }
    }

    private void Follow(FakeView view, JsonObject answer)
    {
        switch (answer.Text("response_action"))
        {
            case null:
                world.Views.Close(view.Id);
                break;
            case "clear":
                world.Views.CloseAll(view.UserId);
                break;
            case "update":
                views.Replace(view, Content(answer));
                break;
            case "push":
                views.Show(view.UserId, Content(answer), view);
                break;
            case "errors" when answer.Object("errors") is { Count: > 0 }:
                break;
            case var action:
                throw new Refusal($"unknown response_action {action}");
        }
    }

    private static JsonObject Content(JsonObject answer)
    {
        var view = answer.Object("view") ?? throw new Refusal("missing view");
        BlockRules.CheckView(view, "modal");
        return view;
    }
}
