using System.Text.Json.Nodes;

namespace MLCareerBot.Fakes.Slack;

/// <summary>A modal or an App Home as it stood at one moment; later updates make another one.</summary>
/// <param name="UserId">Who sees it.</param>
/// <param name="Json">As <c>views.open</c> answers it.</param>
public sealed record FakeView(string UserId, JsonObject Json)
{
    /// <summary>Its id, the same for all its updates.</summary>
    public string Id => Json.Text("id") ?? "";

    /// <summary>What the app recognises it by.</summary>
    public string CallbackId => Json.Text("callback_id") ?? "";

    /// <summary>The app's own notes.</summary>
    public string PrivateMetadata => Json.Text("private_metadata") ?? "";

    /// <summary>The headline of a modal.</summary>
    public string Title => Json.Object("title").Text("text") ?? "";

    /// <summary>What is shown.</summary>
    public JsonArray Blocks => Json.Array("blocks") ?? [];

    internal bool IsHome => Json.Text("type") == "home";

    internal string Hash => Json.Text("hash") ?? "";

    internal string? ExternalId => Json.Text("external_id") is { Length: > 0 } id ? id : null;
}
