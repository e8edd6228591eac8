using Spectre.Console;

namespace MLCareerBot.Worker.Verbs;

/// <summary>Shows how far long work is, on standard error and only to a person.</summary>
internal static class ProgressBar
{
    // Work that is done sooner needs no bar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>The result of the work, with a bar if it takes a while.</summary>
    public static async Task<T> ShowAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        var share = new Share();
        var result = Task.Run(() => work(share));
        if (!Console.IsErrorRedirected && await Task.WhenAny(result, Task.Delay(Patience)) != result)
        {
            await WatchAsync(title, result, share);
        }

        return await result;
    }

    private static Task WatchAsync(string title, Task result, Share share)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(enabled: true).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: 1);
            while (!result.IsCompleted)
            {
                bar.Value = share.Value;
                await Task.WhenAny(result, Task.Delay(Refresh));
            }
        });
    }

    private sealed class Share : IProgress<double>
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Report(double value) => Volatile.Write(ref _value, value);
    }
}
