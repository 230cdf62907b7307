namespace Grokking.Cli.Output;

/// <summary>
/// An output folder for a moment, inside another one, where nobody else's may be: it is marked when it is made, and only
/// what is so marked is deleted with all that is in it.
/// </summary>
public static class ScratchFolder
{
    /// <summary>The file that says so.</summary>
    public const string Name = ".grokking-scratch";

    private const string Text = """
        Signature: grokking-scratch 1
        This folder was made by `grokking vary`, which deletes it with everything in it.

        """;

    /// <summary>Makes one for a run to write in.</summary>
    /// <exception cref="Failure">There is something by that name.</exception>
    public static void Make(string folder)
    {
        if (Path.Exists(folder))
            throw new Failure($"'{folder}' is there already; `vary` deletes there what it makes");
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, Name), Text);
        FolderMark.Leave(folder);
    }

    /// <summary>Whether a folder is one.</summary>
    public static bool IsOne(string folder) =>
        !PlainFile.IsLink(new DirectoryInfo(folder)) && PlainFile.Text(Path.Combine(folder, Name)) == Text;

    /// <summary>Deletes those in a folder, and the folder if there is nothing else in it.</summary>
    /// <returns>Whether the folder is gone.</returns>
    public static bool RemoveAll(string folder)
    {
        if (!Directory.Exists(folder))
            return true;
        foreach (string scratch in Directory.GetDirectories(folder))
            Remove(scratch);
        return DeletedIfEmpty(folder);
    }

    /// <summary>Deletes one; what is none stays as it is, unless it is empty.</summary>
    public static void Remove(string folder)
    {
        if (!Directory.Exists(folder) || PlainFile.IsLink(new DirectoryInfo(folder)))
            return;
        if (IsOne(folder))
            Empty(folder);
        else
            // Whoever was killed while making it may have left half a mark.
            File.Delete(Path.Combine(folder, Name + AtomicFile.TemporarySuffix));
        DeletedIfEmpty(folder);
    }

    /// <summary>The mark goes last, so that what is left of a deletion that was cut short is still known.</summary>
    private static void Empty(string folder)
    {
        string mark = Path.Combine(folder, Name);
        foreach (string below in Directory.GetDirectories(folder))
            Directory.Delete(below, recursive: true);
        foreach (string file in Directory.GetFiles(folder).Where(file => file != mark))
            File.Delete(file);
        File.Delete(mark);
    }

    private static bool DeletedIfEmpty(string folder)
    {
        if (Directory.EnumerateFileSystemEntries(folder).Any())
            return false;
        Directory.Delete(folder);
        return true;
    }
}
