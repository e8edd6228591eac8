using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MLCareerBot.Storage.Migrations;

/// <summary>A step of the schema, as it lies in a file <c>0001-initial.sql</c>.</summary>
/// <param name="Number">Counted from one, without gaps.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Of its statements, whatever line ends a checkout gave them.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    private static Migration Read(string file)
    {
        var number = file.Split('-')[0];
        using var stream = typeof(Migration).Assembly.GetManifestResourceStream(file)!; // It was listed.
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new(int.Parse(number, CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file)[(number.Length + 1)..], reader.ReadToEnd());
    }
}
