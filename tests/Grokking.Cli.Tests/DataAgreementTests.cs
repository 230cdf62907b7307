using System.Text.Json;
using System.Text.RegularExpressions;
using Grokking.Cli.Snapshots;
using Grokking.Curves;

namespace Grokking.Cli.Tests;

/// <summary>A CSV is the JSON in another shape: every column is looked up there by its name and equal bit by bit.</summary>
public sealed partial class DataAgreementTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void Curves_agree(string figure)
    {
        JsonElement result = Result(figure);
        foreach (string panel in new[] { "losses", "accuracies" })
        foreach (DataColumn column in Csv(figure, panel).Columns)
        {
            if (column.Name == "epoch")
            {
                AssertSame(
                    result.GetProperty("settings")[0].GetProperty("curves").GetProperty("epochs"),
                    column
                );
                continue;
            }
            Match name = CurveName().Match(column.Name);
            JsonElement setting = Single(
                result.GetProperty("settings"),
                ("sample_ratio", name.Groups["lambda"].Value),
                ("output_dimension", name.Groups["outputs"].Value),
                ("weight_decay", name.Groups["gamma"].Value)
            );
            string statistic = name.Groups["statistic"].Value;
            AssertSame(
                setting
                    .GetProperty("curves")
                    .GetProperty(name.Groups["quantity"].Value.Replace('-', '_'))
                    .GetProperty(statistic == "replica-0" ? "one_replica" : statistic),
                column
            );
        }
    }

    [Theory]
    [InlineData("1", "lambda")]
    [InlineData("2", "d_out")]
    [InlineData("3", "gamma")]
    public void Delays_agree(string figure, string abscissa)
    {
        JsonElement result = Result(figure);
        JsonElement delays = result.GetProperty("delays");
        DataTable table = Csv(figure, $"grokking-time-over-{abscissa}");
        AssertSame(delays[0].GetProperty("abscissae"), table.Columns[0]);
        foreach (DataColumn column in table.Columns.Skip(1))
            if (column.Name == "delta_t.eq_12")
                AssertSame(result.GetProperty("eq12"), column);
            else
                AssertSame(
                    Single(delays, ("value", column.Name.Split('=', ']')[1])).GetProperty("delays"),
                    column
                );
    }

    [Theory]
    [InlineData("1", "times")]
    [InlineData("2", "settings")]
    [InlineData("3", "settings")]
    public void Grokking_times_agree(string figure, string list)
    {
        JsonElement[] rows =
        [
            .. Result(figure)
                .GetProperty(list)
                .EnumerateArray()
                .Select(row => row.TryGetProperty("times", out JsonElement times) ? times : row),
        ];
        DataTable table = Csv(figure, "grokking-times");
        Assert.Equal(rows.Length, table.Rows);
        foreach (DataColumn column in table.Columns)
            Assert.Equal(rows.Select(row => Number(Field(row, column.Name))), column.Values);
    }

    [Fact]
    public void Phase_diagrams_agree()
    {
        JsonElement[] diagrams = [.. Result("4").GetProperty("diagrams").EnumerateArray()];
        string[] panels = ["gamma-d_out", "gamma-lambda", "d_out-lambda"];
        foreach (var (diagram, panel) in diagrams.Zip(panels))
        {
            DataTable table = Csv("4", panel);
            Assert.Equal([.. panel.Split('-'), "delta_t"], table.Columns.Select(column => column.Name));
            double?[] across = Numbers(diagram.GetProperty("abscissae"));
            double?[] up = Numbers(diagram.GetProperty("ordinates"));
            double?[][] delays = [.. diagram.GetProperty("delays").EnumerateArray().Select(Numbers)];
            for (int row = 0; row < table.Rows; row++)
            {
                var (y, x) = Math.DivRem(row, across.Length);
                Assert.Equal(
                    [across[x], up[y], delays[y][x]],
                    table.Columns.Select(column => column.Values[row])
                );
            }
            Assert.Equal(across.Length * up.Length, table.Rows);
        }
    }

    [Fact]
    public void Late_times_agree()
    {
        JsonElement result = Result("6");
        foreach (string panel in new[] { "losses", "relative-errors" })
        foreach (DataColumn column in Csv("6", panel).Columns)
            AssertSame(
                column.Name switch
                {
                    "epoch" => result.GetProperty("epochs"),
                    "training-loss" or "generalization-loss" => result.GetProperty(
                        column.Name.Replace('-', '_')
                    ),
                    _ => result
                        .GetProperty("forms")
                        .EnumerateArray()
                        .Single(form => form.GetProperty("name").GetString() == column.Name)
                        .GetProperty(panel == "losses" ? "values" : "relative_errors"),
                },
                column
            );
    }

    [Theory]
    [InlineData("losses", "curves", "")]
    [InlineData("accuracies", "curves", "")]
    [InlineData("frozen-kernel", "frozen_kernel", "")]
    [InlineData("weights", "weights", "h")]
    public void Two_layers_agree(string panel, string part, string quantity)
    {
        JsonElement settings = Result("5").GetProperty("settings");
        foreach (DataColumn column in Csv("5", panel).Columns.Skip(1))
        {
            Match name = WidthAndGain().Match(column.Name);
            JsonElement setting = Single(
                settings,
                ("hidden_width", name.Groups["width"].Value),
                ("gain", name.Groups["gain"].Value)
            );
            string statistic = name.Groups["statistic"].Value;
            if (statistic == "as-printed")
            {
                AssertSame(setting.GetProperty("weights_as_printed"), column);
                continue;
            }
            JsonElement numbers = setting.GetProperty(part);
            if (name.Groups["quantity"].Value != quantity)
                numbers = numbers.GetProperty(name.Groups["quantity"].Value.Replace('-', '_'));
            if (statistic.Length > 0)
                numbers = numbers.GetProperty(statistic == "replica-0" ? "one_replica" : statistic);
            AssertSame(numbers, column);
        }
    }

    [Fact]
    public void Norms_of_two_layers_agree()
    {
        JsonElement settings = Result("5").GetProperty("settings");
        foreach (DataColumn column in Csv("5", "norms").Columns.Skip(1))
        {
            Match name = WidthAndGain().Match(column.Name);
            JsonElement numbers = Single(
                    settings,
                    ("hidden_width", name.Groups["width"].Value),
                    ("gain", name.Groups["gain"].Value)
                )
                .GetProperty(name.Groups["quantity"].Value.Replace('-', '_'));
            string statistic = name.Groups["statistic"].Value.Replace('-', '_');
            Assert.Equal(
                numbers.EnumerateArray().Select(one => (double?)one.GetProperty(statistic).GetDouble()),
                column.Values
            );
        }
    }

    private static JsonElement Result(string figure) =>
        JsonDocument
            .Parse(File.ReadAllBytes(Path.Combine(QuickRun.Folder, "data", $"figure-{figure}.json")))
            .RootElement.GetProperty("result");

    private static DataTable Csv(string figure, string panel) =>
        CsvFile.Read(Path.Combine(QuickRun.Folder, "data", $"figure-{figure}.{panel}.csv")).Table;

    private static JsonElement Single(JsonElement list, params (string Name, string Value)[] fields) =>
        list.EnumerateArray()
            .Single(one =>
                fields.All(field => one.GetProperty(field.Name).GetDouble() == double.Parse(field.Value))
            );

    /// <summary>What a column of the grokking times is called in JSON.</summary>
    private static JsonElement Field(JsonElement row, string column) =>
        column switch
        {
            "lambda" => row.GetProperty("sample_ratio"),
            "n_train" => row.GetProperty("training_samples"),
            "d_out" => row.GetProperty("output_dimension"),
            "gamma" => row.GetProperty("weight_decay"),
            "epsilon" => row.GetProperty("epsilon"),
            "delta_t.eq_12" => row.GetProperty("eq12"),
            _ => Statistic(
                row.GetProperty(
                    column.Split('.')[0] switch
                    {
                        "t_train" => "training",
                        "t_generalization" => "generalization",
                        _ => "difference",
                    }
                ),
                column.Split('.')[1]
            ),
        };

    private static JsonElement Statistic(JsonElement time, string name) =>
        name switch
        {
            "theory" => time.GetProperty("theory"),
            "predicted-spread" => time.GetProperty("predicted_spread"),
            "theory-on-drawn-spectra" => time.GetProperty("on_drawn_spectra"),
            _ when time.GetProperty("measured") is { ValueKind: JsonValueKind.Object } measured =>
                measured.GetProperty(name.Replace('-', '_')),
            _ => time.GetProperty("measured"), // null
        };

    private static void AssertSame(JsonElement expected, DataColumn actual) =>
        Assert.Equal(Numbers(expected), actual.Values);

    private static double?[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(Number)];

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    [GeneratedRegex(
        @"^(?<quantity>[a-z-]+)\[lambda=(?<lambda>[^,]+),d_out=(?<outputs>[^,]+),gamma=(?<gamma>[^\]]+)\]\.(?<statistic>.+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CurveName();

    [GeneratedRegex(
        @"^(?<quantity>[a-z-]+)\[d_h=(?<width>[^,]+),gain=(?<gain>[^\]]+)\](?:\.(?<statistic>.+))?$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WidthAndGain();
}
