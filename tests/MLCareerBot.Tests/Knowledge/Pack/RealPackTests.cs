using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>The pack that the program is delivered with.</summary>
public sealed class RealPackTests
{
    [Fact]
    public void The_Pack_Of_This_Repository_Has_No_Faults()
    {
        // Copied beside the program by the Worker's project, as it is for users.
        var reading = PackReader.Read(Path.Combine(AppContext.BaseDirectory, "knowledge"));

        Assert.True(reading.Faults.Count == 0, string.Join('\n', reading.Faults));
    }
}
