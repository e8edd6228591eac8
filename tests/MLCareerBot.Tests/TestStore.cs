using MLCareerBot.Storage;

namespace MLCareerBot.Tests;

/// <summary>A place for a store of its own. There is no file before something is remembered.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "mlcareerbot-" + Guid.NewGuid().ToString("n"));

    public StorageOptions Options => new() { ConnectionString = File };

    public string File => Path.Combine(_folder, "memory.db");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
