using MLCareerBot.Tests.Fakes;

namespace MLCareerBot.Tests.Discord;

public sealed class DigitalTwinTests
{
    // It starts a database, and our program beside it.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [PeerFact]
    public async Task The_Built_Program_Lives_On_A_Discord_That_Others_Wrote()
    {
        using var peer = PeerProcess.Start("discord-digital-twin.mjs", Path.Combine(AppContext.BaseDirectory, "MLCareerBot.Worker.dll"));

        var (exitCode, output) = await peer.EndAsync(Patience);

        Assert.True(exitCode == 0, output);
    }
}
