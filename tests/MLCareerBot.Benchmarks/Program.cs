using System.Globalization;
using MLCareerBot.Benchmarks;
using MLCareerBot.Knowledge;
using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

// Usage: dotnet run -c Release --project tests/MLCareerBot.Benchmarks [-- PACK]
//        dotnet run -c Release --project tests/MLCareerBot.Benchmarks -- load discord|slack|bolt [PER-SECOND [SECONDS]]
//        dotnet run -c Release --project tests/MLCareerBot.Benchmarks -- tips [COUNT [sqlite|postgres [CONNECTION-STRING]]]
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
    var (perSecond, seconds) = (Number(0, 500), Number(1, 60));
    object report = what switch
    {
        "discord" => await DiscordLoad.RunAsync(knowledge, questions, perSecond, seconds),
        "slack" => await SlackLoad.RunBotAsync(knowledge, questions, perSecond, seconds),
        "bolt" => await SlackLoad.RunBoltAsync(questions, perSecond, seconds),
        _ => $"There is no load for '{what}': say discord, slack or bolt.",
    };
    Console.WriteLine(report);
    return 0;
}

if (args is ["tips", .. var order])
{
    var knowledge = new KnowledgeBase(pack);
    await knowledge.Current.UntilTrainedAsync();
    var count = order is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 3_000;
    var store = DiscordLoad.StoreIn(order.ElementAtOrDefault(1) ?? "sqlite", order.ElementAtOrDefault(2));
    Console.WriteLine(await new TipsLoad(knowledge, questions, count, store).RunAsync());
    return 0;
}

MatcherSpeed.Print(pack, questions);
return 0;
