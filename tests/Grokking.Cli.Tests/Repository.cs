namespace Grokking.Cli.Tests;

/// <summary>Where the sources lie: above the tests' binaries, since compilers may write /_/ instead of the path.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
            if (File.Exists(Path.Combine(folder.FullName, "Grokking.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("the tests were moved out of the repository");
    }
}
