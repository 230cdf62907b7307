using System.Text.Json;
using System.Text.Json.Nodes;

namespace Grokking.Cli.Tests;

/// <summary>numbers.json: every number of the report's tables leads back to a result, and its command gives it again.</summary>
public sealed class NumbersTests
{
    private static JsonNode[] Numbers() =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Path.Combine(QuickRun.Folder, "numbers.json")))!
                .AsArray()
                .Select(number => number!),
        ];

    [Fact]
    public void Every_number_has_an_id_of_its_own_and_all_it_takes_to_compute_it_again()
    {
        JsonNode[] numbers = Numbers();
        string[] ids = [.. numbers.Select(number => (string)number["id"]!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(@"^N[123]\.\d+\.[a-z0-9_]+$", id));
        Assert.All(
            numbers,
            number =>
            {
                Assert.Equal(3, (int)number["replicas"]!);
                Assert.Equal(2024ul, (ulong)number["seed"]!);
                Assert.True(Directory.Exists(Path.Combine(QuickRun.Folder, "cache", (string)number["key"]!)));
                Assert.Matches(
                    "^grokking (predict .*--json|simulate .*--force)$",
                    (string)number["command"]!
                );
            }
        );
    }

    [Fact]
    public void Every_number_stands_where_its_pointer_leads_in_its_file()
    {
        JsonNode[] numbers = Numbers();
        Assert.Contains(numbers, number => number["value"] is null); // some levels are not reached
        foreach (JsonNode number in numbers)
        {
            JsonElement place = JsonDocument
                .Parse(File.ReadAllText(Path.Combine(QuickRun.Folder, (string)number["data"]!)))
                .RootElement;
            foreach (string name in ((string)number["pointer"]!).Split('/')[1..])
                place =
                    place.ValueKind == JsonValueKind.Array ? place[int.Parse(name)] : place.GetProperty(name);
            Assert.Equal(
                (double?)number["value"],
                place.ValueKind == JsonValueKind.Null ? null : place.GetDouble()
            );
        }
    }

    [Theory]
    [InlineData("N1.4")] // λ < 1
    [InlineData("N2.13")] // many outputs
    [InlineData("N2.22")] // weight decay
    [InlineData("N3.1")] // two layers
    public void The_command_of_a_row_gives_its_numbers(string row)
    {
        JsonNode[] numbers =
        [
            .. Numbers()
                .Where(number =>
                    ((string)number["id"]!).StartsWith($"{row}.", StringComparison.Ordinal)
                    && number["field"] is not null
                ),
        ];
        string command = Assert.Single(numbers.Select(number => (string)number["command"]!).Distinct());
        var outcome = GrokkingProcess.Run(command.Split(' ')[1..]);
        outcome.AssertSucceeded();
        JsonNode answer = JsonNode.Parse(outcome.Output)!;
        Assert.NotEmpty(numbers);
        foreach (JsonNode number in numbers)
            Assert.Equal(
                (double?)number["value"],
                (double?)((string)number["field"]!).Split('.').Aggregate(answer, (node, name) => node[name]!)
            );
    }
}
