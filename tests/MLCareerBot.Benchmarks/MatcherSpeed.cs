using MLCareerBot.Knowledge.Matching;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Benchmarks;

/// <summary>How long learning and answering take, beside a yardstick measured in the same run.</summary>
internal static class MatcherSpeed
{
    public static void Print(KnowledgePack pack, string[] questions)
    {
        var yardstick = Timing.Of(questions, Yardstick.Hash);
        var training = Timing.Once(() => QuestionMatcher.Train(pack), out var matcher);
        var matching = Timing.Of(questions, question => _ = matcher.Match(question));

        Console.WriteLine($"{pack.Topics.Count} topics, {pack.Topics.Sum(topic => topic.Phrasings.Count)} phrasings, {questions.Length} questions");
        Console.WriteLine($"training      {training.TotalMilliseconds,10:N0} ms");
        Console.WriteLine($"a question    {matching.MedianMicroseconds,10:N1} us median, {matching.P99Microseconds:N1} us p99, {matching.BytesEach:N0} bytes, {1_000_000 / matching.MeanMicroseconds:N0} a second");
        Console.WriteLine($"yardstick     {yardstick.MedianMicroseconds,10:N1} us median: SHA-256 of 1 KiB");
        Console.WriteLine($"ratio         {matching.MedianMicroseconds / yardstick.MedianMicroseconds,10:N1} yardsticks a question, {training.TotalMicroseconds / yardstick.MedianMicroseconds:N0} for the training");
    }
}
