using System.CommandLine;

namespace MLCareerBot.Worker.Verbs;

/// <summary><c>--json</c>: for programs.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Print one JSON object a line." };
}
