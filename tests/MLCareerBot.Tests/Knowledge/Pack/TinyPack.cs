using System.Text;
using MLCareerBot.Knowledge.Pack;

namespace MLCareerBot.Tests.Knowledge.Pack;

/// <summary>The smallest complete pack, in a folder of its own, about a career that the program has never heard of.</summary>
internal sealed class TinyPack : IDisposable
{
    public TinyPack()
    {
        Directory.CreateDirectory(PathOf("topics"));
        foreach (var (path, text) in TinyPackFiles.All)
        {
            Write(path, text);
        }
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "tiny-pack-" + Guid.NewGuid().ToString("n"));

    public string PathOf(string path) => Path.Combine(Folder, path);

    public TinyPack Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public TinyPack Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(path), bytes);
        return this;
    }

    /// <summary>Applies one defect: what was written becomes something else.</summary>
    public TinyPack Replace(string path, string written, string instead)
    {
        var text = File.ReadAllText(PathOf(path));
        Assert.Contains(written, text, StringComparison.Ordinal);
        return Write(path, text.Replace(written, instead, StringComparison.Ordinal));
    }

    public TinyPack Delete(string path)
    {
        File.Delete(PathOf(path));
        return this;
    }

    public PackReading Read() => PackReader.Read(Folder);

    public IReadOnlyList<PackFault> Faults() => Read().Faults;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
