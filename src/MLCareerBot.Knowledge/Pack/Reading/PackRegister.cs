namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>What is gathered from all files for the checks that no single file can make.</summary>
internal sealed class PackRegister
{
    public PackRegister()
    {
        Ids = new(Faults);
        Phrasings = new(Faults);
    }

    public FaultList Faults { get; } = new();

    public PackIds Ids { get; }

    public PackPhrasings Phrasings { get; }
}
