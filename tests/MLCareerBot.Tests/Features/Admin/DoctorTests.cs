using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MLCareerBot.Chat;
using MLCareerBot.Knowledge;
using MLCareerBot.Operations;
using MLCareerBot.Tests.Knowledge.Pack;

namespace MLCareerBot.Tests.Features.Admin;

public sealed class DoctorTests : IDisposable
{
    private readonly TinyPack _pack = new();

    [Fact]
    public async Task All_Is_Well_With_What_Ships()
    {
        using var bot = new TestBot();

        var reply = await bot.AdminAsync("doctor");

        Assert.Equal("All is well", reply.Title);
        Assert.All(Findings(reply), line => Assert.StartsWith("✓ ", line, StringComparison.Ordinal));
        Assert.Contains("2026-11-23 09:00 UTC", reply.AllText(), StringComparison.Ordinal);
        Assert.Contains("every topic answers its own question", reply.AllText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Pack_With_Faults_Is_Bad_Though_The_Old_One_Still_Answers()
    {
        using var bot = BotWith();
        _pack.Replace("topics/bread.md", "group: craft", "group: nowhere");

        var reply = await bot.AdminAsync("doctor");

        Assert.Equal("Something needs mending", reply.Title);
        Assert.Contains(Findings(reply), line =>
            line.StartsWith("✗ ", StringComparison.Ordinal) && line.Contains("topics/bread.md:", StringComparison.Ordinal) && line.Contains("validate", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Check_That_Breaks_Down_Is_Bad_And_The_Others_Are_Made()
    {
        using var bot = BotWith(new Check(Broken()), new Check([new(FindingKind.Note, "Nothing is set up.", "Set it up.")]));

        var findings = Findings(await bot.AdminAsync("doctor"));

        Assert.Contains("✗ Sample: the check itself broke down. Report it with what the log says.", findings);
        Assert.Equal("– Nothing is set up. Set it up.", findings[^1]);
        Assert.DoesNotContain("secret", string.Concat(findings), StringComparison.Ordinal);
        Assert.Equal(LogLevel.Error, Assert.Single(bot.Log.Lines).Level);
    }

    public void Dispose() => _pack.Dispose();

    private TestBot BotWith(params Check[] checks) => new(
        services =>
        {
            services.AddSingleton(new KnowledgeFolder(_pack.Folder));
            foreach (var check in checks)
            {
                services.AddSingleton<IDoctorCheck>(check);
            }
        },
        new KnowledgeBase(_pack.Read().Pack!));

    private static IReadOnlyList<string> Findings(ChatReply reply) => Assert.IsType<ReplyBlock.BulletList>(Assert.Single(reply.Blocks)).Items;

    private static IEnumerable<Finding> Broken()
    {
        yield return new(FindingKind.Good, "The first half works.");
        throw new InvalidOperationException("a secret");
    }

    private sealed class Check(IEnumerable<Finding> findings) : IDoctorCheck
    {
        public string Name => "Sample";

        public async IAsyncEnumerable<Finding> CheckAsync(bool isOffline, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            foreach (var finding in findings)
            {
                yield return finding;
            }
        }
    }
}
