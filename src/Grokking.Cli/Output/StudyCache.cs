using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Output;

/// <summary>Results by key: cache/&lt;hash of the key&gt;/{key.json, result.json, result.sha256}.</summary>
public sealed class StudyCache(string root)
{
    /// <summary>Looks a key up, checking what is there against its hash.</summary>
    public CacheEntry Find(StudyKey key)
    {
        string folder = Folder(key);
        if (!PlainFile.Exists(Path.Combine(folder, "key.json")))
            return new CacheEntry.Missing(Reason(key));
        string result = Path.Combine(folder, "result.json");
        string hash = Path.Combine(folder, "result.sha256");
        if (!PlainFile.Exists(result) || !PlainFile.Exists(hash))
            return new CacheEntry.Corrupt(folder);
        byte[] bytes = PlainFile.Bytes(result);
        return
            PlainFile.Text(hash) == HashLine(bytes)
            && PlainFile.Text(Path.Combine(folder, "key.json")) == key.Text
            ? new CacheEntry.Found(Encoding.UTF8.GetString(bytes))
            : new CacheEntry.Corrupt(folder);
    }

    /// <summary>The keys of a study, by its id, that have an unharmed result.</summary>
    public IEnumerable<(StudyKey Key, string Result)> AllOf(string study) =>
        from text in EarlierKeys()
        where Study(text) == study
        let key = StudyKey.Of(text)
        let found = Find(key) as CacheEntry.Found
        where found is not null
        select (key, found.Result);

    /// <summary>Keeps a result. The key is written last: an entry without one does not exist.</summary>
    public void Store(StudyKey key, string result)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(result);
        AtomicFile.Write(Path.Combine(Folder(key), "result.json"), bytes);
        AtomicFile.Write(Path.Combine(Folder(key), "result.sha256"), HashLine(bytes));
        AtomicFile.Write(Path.Combine(Folder(key), "key.json"), key.Text);
    }

    private string Folder(StudyKey key) => Path.Combine(root, key.Hash);

    private static string HashLine(byte[] bytes) => $"{PlainFile.Hash(bytes)}  result.json\n";

    private string Reason(StudyKey key)
    {
        IReadOnlyList<string>? closest = EarlierKeys()
            .Where(text => Study(text) == Study(key.Text))
            .Select(key.DifferencesFrom)
            .OrderBy(differences => differences.Count)
            .FirstOrDefault();
        return closest switch
        {
            null => "no earlier result",
            { Count: <= 5 } => string.Join(", ", closest),
            _ => string.Join(", ", closest.Take(5)) + $" and {closest.Count - 5} more",
        };
    }

    private IEnumerable<string> EarlierKeys() =>
        Directory.Exists(root)
            ? Directory
                .EnumerateDirectories(root)
                .Order(StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "key.json"))
                .Where(PlainFile.Exists)
                .Select(PlainFile.Text)
            : [];

    /// <summary>The id of a key's study; null if the key is damaged.</summary>
    private static string? Study(string key)
    {
        try
        {
            return (JsonNode.Parse(key, documentOptions: Json.Strict) as JsonObject)?["study"]?.ToString();
        }
        catch (JsonException)
        {
            return null; // a damaged key explains nothing
        }
    }
}
