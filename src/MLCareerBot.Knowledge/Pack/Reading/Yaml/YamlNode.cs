namespace MLCareerBot.Knowledge.Pack.Reading.Yaml;

/// <summary>A piece of a YAML file and the line it starts on. The set is closed.</summary>
internal abstract class YamlNode(int line)
{
    public int Line { get; } = line;

    /// <summary>What a fault calls it.</summary>
    public abstract string Name { get; }

    internal sealed class Scalar(int line, string text, bool isPlain) : YamlNode(line)
    {
        public string Text { get; } = text;

        public override string Name => "text";

        /// <summary>True where nothing is written, in YAML's several ways of writing nothing.</summary>
        public bool IsEmpty => string.IsNullOrWhiteSpace(Text) || (isPlain && Text is "~" or "null");
    }

    internal sealed class List(int line) : YamlNode(line)
    {
        public List<YamlNode> Items { get; } = [];

        public override string Name => "a list";
    }

    internal sealed class Map(int line) : YamlNode(line)
    {
        public List<YamlField> Fields { get; } = [];

        public override string Name => "a group of fields";
    }
}

/// <summary>A named value, and the line its name is on.</summary>
internal sealed record YamlField(string Name, int Line, YamlNode Value);
