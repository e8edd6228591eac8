using System.CommandLine;
using MLCareerBot.Worker.ConsoleChat;
using MLCareerBot.Worker.Verbs;

Screen.UseUtf8();

var menu = new RootCommand("Answers career questions from a folder of knowledge, each answer with its sources. Without a verb: runs the platforms that are set up, else talks in this terminal.")
{
    ChatVerb.Create(),
    AskVerb.Create(),
    ValidateVerb.Create(),
    TestVerb.Create(),
    EvaluateVerb.Create(),
    DoctorVerb.Create(),
    InviteVerb.Create(),
    ManifestVerb.Create(),
    ExportVerb.Create(),
    ImportVerb.Create(),
};
menu.SetAction(RunVerb.RunAsync);

// What is wrong in them is named in errors, and those are read in a terminal.
return await menu.RunAsync(Array.ConvertAll(args, TerminalText.Of));
