namespace MLCareerBot.Slack.Protocol.Wire;

/// <summary>A modal or App Home: https://docs.slack.dev/reference/views.</summary>
/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
/// <param name="Blocks">At most 100.</param>
internal sealed record SlackView(string Type, IReadOnlyList<SlackBlock> Blocks)
{
    /// <summary>Plain text of at most 24 characters; a modal's, where it must be.</summary>
    public TextObject? Title { get; init; }

    /// <summary>Plain text of at most 24 characters; must be there if a block is an input.</summary>
    public TextObject? Submit { get; init; }

    /// <summary>Plain text of at most 24 characters.</summary>
    public TextObject? Close { get; init; }

    /// <summary>Comes back with the submission; at most 255 characters.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Comes back with the submission, unseen; at most 3,000 characters.</summary>
    public string? PrivateMetadata { get; init; }
}

/// <summary>A view that Slack shows.</summary>
/// <param name="Id">For <c>views.update</c>.</param>
/// <param name="Hash">Changes with the view.</param>
internal sealed record ShownView(string Id, string? Hash = null);

/// <summary>What a list that is filled while people type offers: the payload of an acknowledgement; at most 100.</summary>
internal sealed record OptionsAnswer(IReadOnlyList<SelectOption> Options);

/// <summary>What to do with a modal that was submitted: the payload of an acknowledgement.</summary>
/// <param name="ResponseAction"><c>errors</c>, <c>update</c>, <c>push</c> or <c>clear</c>.</param>
internal sealed record ViewAnswer(string ResponseAction)
{
    /// <summary>For <c>errors</c>: the sentence by the input's block id.</summary>
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    /// <summary>For <c>update</c> and <c>push</c>.</summary>
    public SlackView? View { get; init; }
}

/// <summary>A question offered in the assistant's pane.</summary>
/// <param name="Title">What people see.</param>
/// <param name="Message">What is said for them on a click.</param>
internal sealed record SuggestedPrompt(string Title, string Message);
