using System.Security.Cryptography;
using System.Text;

namespace Grokking.Cli.Output;

/// <summary>
/// Reads the files of an output folder. What may lie in the place of one is no file of ours and never opened: a link is
/// as good as absent, since it shows other people's files; a pipe or a device, which could be read for ever, is as good
/// as empty, which no file of ours is.
/// </summary>
public static class PlainFile
{
    /// <summary>Whether there is something by that name that is no folder and no link.</summary>
    public static bool Exists(string path) => new FileInfo(path) is { Exists: true } file && !IsLink(file);

    /// <summary>Whether a file or folder is a link.</summary>
    public static bool IsLink(FileSystemInfo entry) => entry.LinkTarget is not null;

    /// <summary>Whether there is a file with something in it.</summary>
    public static bool HasContent(string path) => Exists(path) && new FileInfo(path).Length > 0;

    /// <summary>What is in the file; nothing if it is absent.</summary>
    public static byte[] Bytes(string path) => HasContent(path) ? File.ReadAllBytes(path) : [];

    /// <summary>What is in the file, as text; nothing if it is absent.</summary>
    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    /// <summary>The SHA-256 of what is in the file, in hexadecimal.</summary>
    public static string Hash(string path) => Hash(Bytes(path));

    /// <summary>The SHA-256 of bytes, in hexadecimal.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
