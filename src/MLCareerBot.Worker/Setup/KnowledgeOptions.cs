using Microsoft.Extensions.Options;
using MLCareerBot.Knowledge.Matching;

namespace MLCareerBot.Worker.Setup;

/// <summary>What the bot knows, and how sure it must be.</summary>
internal sealed class KnowledgeOptions
{
    /// <summary>Its section of the settings.</summary>
    public const string Section = "Knowledge";

    /// <summary>The folder of the pack; without one, the pack shipped with the program.</summary>
    public string? Directory { get; set; }

    /// <summary>The share of right answers to give rather than hold back; see <see cref="MatcherOptions.KeepPercent"/>.</summary>
    public int KeepPercent { get; set; } = new MatcherOptions().KeepPercent;

    /// <summary>The folder to read. The shipped one is found whatever the working directory.</summary>
    public string Folder() => string.IsNullOrWhiteSpace(Directory)
        ? Path.Combine(AppContext.BaseDirectory, "knowledge")
        : Path.GetFullPath(Directory);

    /// <summary>Checks the values. What is wrong in the folder is told by the pack reader.</summary>
    internal sealed class Validator : IValidateOptions<KnowledgeOptions>
    {
        public ValidateOptionsResult Validate(string? name, KnowledgeOptions options) => options.KeepPercent is >= 50 and <= 100
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Knowledge:KeepPercent is {options.KeepPercent}. Set it to a number from 50 (careful) to 100 (bold), or remove it.");
    }
}
