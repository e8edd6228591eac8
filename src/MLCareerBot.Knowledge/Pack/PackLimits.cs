namespace MLCareerBot.Knowledge.Pack;

/// <summary>How large a pack and its parts may be. Beyond any honest pack, and small enough to read in a moment.</summary>
public static class PackLimits
{
    /// <summary>Characters of an answer's text: about two screens of a phone.</summary>
    public const int AnswerCharacters = 1_500;

    /// <summary>Characters of a tip.</summary>
    public const int TipCharacters = 300;

    /// <summary>Fewest phrasings of a topic that the matcher can learn from.</summary>
    public const int LeastPhrasings = 12;

    /// <summary>Fewest phrasings of an outside subject.</summary>
    public const int LeastOutsidePhrasings = 8;

    /// <summary>Most related topics of a topic.</summary>
    public const int MostRelated = 4;

    /// <summary>Most topics named as nearest to an outside subject.</summary>
    public const int MostNearest = 3;

    /// <summary>Characters of an id.</summary>
    public const int IdCharacters = 60;

    /// <summary>Bytes of one file.</summary>
    public const int FileBytes = 1024 * 1024;

    /// <summary>Bytes of all files together.</summary>
    public const int PackBytes = 20 * 1024 * 1024;

    /// <summary>Files in the folder.</summary>
    public const int Files = 5_000;

    /// <summary>Levels of nesting in a YAML file.</summary>
    public const int Depth = 32;

    /// <summary>Scalars, lists and maps in a YAML file.</summary>
    public const int Nodes = 100_000;
}
