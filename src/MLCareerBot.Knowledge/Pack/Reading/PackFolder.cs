namespace MLCareerBot.Knowledge.Pack.Reading;

/// <summary>
/// The folder of a pack, walked once without following a link. Files that the pack has no use for (a README, an
/// editor's leftovers) are left alone; a symbolic link anywhere below the folder is a fault, wherever it leads.
/// The folder itself may be one: the operator names it, not the writer.
/// </summary>
internal sealed class PackFolder(FaultList faults)
{
    private const string TopicsFolder = "topics";
    private const string TopicEnding = ".md";

    private readonly SortedDictionary<string, FileInfo> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileInfo> _files = new(StringComparer.Ordinal);
    private bool _hasTopicsFolder;
    private long _bytes;
    private int _entries;

    /// <summary>The topics' files by path inside the pack.</summary>
    public IReadOnlyDictionary<string, FileInfo> Topics => _topics;

    /// <summary>The file with this name directly in the folder, or null.</summary>
    public FileInfo? Find(string name) => _files.GetValueOrDefault(name);

    /// <summary>Looks through the folder; false if nothing in it may be read.</summary>
    public bool Walk(string directory)
    {
        try
        {
            if (!Directory.Exists(directory))
            {
                return Refuse($"The folder {Wording.Quote(directory)} does not exist; check its path.");
            }

            return WalkAll(new(directory)) && HasTopics();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or ArgumentException)
        {
            return Refuse($"The folder cannot be read ({Wording.Printable(exception.Message)}); check its permissions.");
        }
    }

    private bool Refuse(string message)
    {
        faults.Add(new(".", 0), message);
        return false;
    }

    private bool HasTopics()
    {
        if (!_hasTopicsFolder)
        {
            faults.Add(new(TopicsFolder, 0), "The folder 'topics' is missing; add it with one .md file for every topic.");
        }
        else if (_topics.Count == 0)
        {
            faults.Add(new(TopicsFolder, 0), "The folder 'topics' holds no topic; add a .md file for every topic.");
        }

        return true;
    }

    private bool WalkAll(DirectoryInfo root)
    {
        var waiting = new Queue<(DirectoryInfo Folder, string Path)>([(root, "")]);
        while (waiting.TryDequeue(out var next))
        {
            foreach (var entry in next.Folder.EnumerateFileSystemInfos())
            {
                if (++_entries > PackLimits.Files)
                {
                    return Refuse($"The folder holds more than {PackLimits.Files:N0} files; take out what is not part of the pack.");
                }

                var path = next.Path + entry.Name;
                if (Take(entry, path))
                {
                    waiting.Enqueue(((DirectoryInfo)entry, path + "/"));
                }
            }
        }

        return _bytes <= PackLimits.PackBytes
            || Refuse($"The files have {_bytes:N0} bytes together; shorten them to {PackLimits.PackBytes:N0}.");
    }

    /// <summary>Notes what an entry is good for; true for a folder that is to be walked.</summary>
    private bool Take(FileSystemInfo entry, string path)
    {
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && entry.LinkTarget is not null)
        {
            TakeLink(entry, path);
            return false;
        }

        if (entry is FileInfo file)
        {
            TakeFile(file, path);
            return false;
        }

        _hasTopicsFolder |= path is TopicsFolder;
        if (path.StartsWith(TopicsFolder + "/", StringComparison.Ordinal) && !Leftover.Is(entry.Name))
        {
            faults.Add(new(path, 0), "Topics lie directly in the folder 'topics'; move what is in this folder one level up.");
        }

        // Folders such as .git are no part of a pack and may be large.
        return !entry.Name.StartsWith('.');
    }

    private void TakeLink(FileSystemInfo entry, string path)
    {
        if (!Leftover.IsLock(entry.Name))
        {
            faults.Add(new(path, 0), "This is a symbolic link; put the file itself here, or take the link out.");
        }
    }

    private void TakeFile(FileInfo file, string path)
    {
        _bytes += file.Length;
        if (!path.Contains('/', StringComparison.Ordinal))
        {
            _files.Add(file.Name, file);
        }
        else if (path.Equals($"{TopicsFolder}/{file.Name}", StringComparison.Ordinal) && !Leftover.Is(file.Name))
        {
            TakeTopic(file, path);
        }
    }

    private void TakeTopic(FileInfo file, string path)
    {
        if (file.Name.EndsWith(TopicEnding, StringComparison.Ordinal))
        {
            _topics.Add(path, file);
        }
        else
        {
            faults.Add(new(path, 0), "A topic's file name ends in .md; rename this file, or move it out of the folder 'topics'.");
        }
    }
}
