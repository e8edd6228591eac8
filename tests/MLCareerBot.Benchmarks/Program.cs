using System.Globalization;
using MLCareerBot.Benchmarks;
using MLCareerBot.Benchmarks.Tips;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;
using MLCareerBot.Storage;

// Usage: dotnet run -c Release --project tests/MLCareerBot.Benchmarks [-- PACK]
//        dotnet run -c Release --project tests/MLCareerBot.Benchmarks -- load discord|slack|bolt [PER-SECOND [SECONDS]]
//        dotnet run -c Release --project tests/MLCareerBot.Benchmarks -- load tips discord|slack [COUNT [sqlite|postgres [CONNECTION-STRING]]]
//        dotnet run -c Release --project tests/MLCareerBot.Benchmarks -- ledger sqlite|postgres [BATCH [HISTORY [CONNECTION-STRING]]]
if (args is ["ledger", var provider, .. var sizes])
{
    Console.WriteLine(await LedgerSpeed.RunAsync(provider, sizes));
    return 0;
}

var folder = args is [var given] ? given : "knowledge";
if (PackReader.Read(folder).Pack is not { } pack)
{
    Console.Error.WriteLine($"{folder} is no pack without faults; run from the repository's root or name a folder.");
    return 1;
}

string[] questions = [.. pack.GoldenQuestions.Select(golden => golden.Question)];
if (args is ["load", var what, .. var rest])
{
    var knowledge = new KnowledgeBase(pack);
    await knowledge.Current.UntilTrainedAsync();
    int Number(int index, int otherwise) => rest.Length > index ? int.Parse(rest[index], CultureInfo.InvariantCulture) : otherwise;
    object report = what switch
    {
        "tips" => await TipsAsync(knowledge),
        "discord" => await DiscordLoad.RunAsync(knowledge, questions, Number(0, 500), Number(1, 60)),
        "slack" => await SlackLoad.RunBotAsync(knowledge, questions, Number(0, 500), Number(1, 60)),
        "bolt" => await SlackLoad.RunBoltAsync(questions, Number(0, 500), Number(1, 60)),
        _ => $"There is no load for '{what}': say discord, slack, bolt or tips.",
    };
    Console.WriteLine(report);
    return 0;

    async Task<object> TipsAsync(KnowledgeBase knowledge)
    {
        if (rest.FirstOrDefault() is not ("discord" or "slack"))
        {
            return "Say on which platform: discord or slack.";
        }

        await using var site = rest[0] == "slack" ? await SlackSite.StartAsync() : await DiscordSite.StartAsync();
        var storage = rest.ElementAtOrDefault(2) is "postgres" ? new StorageOptions { Provider = "postgres", ConnectionString = rest.ElementAtOrDefault(3) } : BotServices.NewSqlite();
        return await new TipsLoad(knowledge, questions, Number(1, 3_000), storage).RunAsync(site);
    }
}

MatcherSpeed.Print(pack, questions);
return 0;
