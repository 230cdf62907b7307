using Grokking.Curves;

namespace Grokking.Tests.Curves;

public sealed class TableComparisonTests
{
    private static readonly ColumnTolerance Loose = new()
    {
        Relative = 1e-6,
        Absolute = 1e-3,
        Reason = "both bounds matter here: 1e-3 below 1000, 1e-6 above",
    };

    private static DataTable Table(params (string Name, double?[] Values)[] columns) =>
        new("panel", [.. columns.Select(column => new DataColumn(column.Name, column.Values))]);

    private static IReadOnlyList<TableDifference> Compare(DataTable expected, DataTable actual) =>
        TableComparison.Differences(expected, actual, _ => Loose);

    private static IReadOnlyList<TableDifference> Compare(double? expected, double? actual) =>
        Compare(Table(("a", [expected])), Table(("a", [actual])));

    [Theory]
    [InlineData(1e6, 1e6 + 0.99)] // by the relative bound
    [InlineData(-1e6, -1e6 - 0.99)]
    [InlineData(0.0, 0.99e-3)] // by the absolute bound
    [InlineData(0.0, -0.99e-3)]
    [InlineData(0.0, -0.0)]
    [InlineData(null, null)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Values_within_tolerance_agree(double? expected, double? actual) =>
        Assert.Empty(Compare(expected, actual));

    [Theory]
    [InlineData(1e6, 1e6 + 1.01)]
    [InlineData(-1e6, -1e6 - 1.01)]
    [InlineData(1e6, -1e6)]
    [InlineData(0.0, 1.01e-3)]
    [InlineData(null, 0.0)]
    [InlineData(0.0, null)]
    [InlineData(1.0, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(1.0, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, 1.0)]
    public void Values_beyond_tolerance_differ(double? expected, double? actual) =>
        Assert.Single(Compare(expected, actual));

    [Fact]
    public void The_tolerance_is_around_the_expected_value_and_not_the_found_one()
    {
        var half = new ColumnTolerance
        {
            Relative = 0.5,
            Absolute = 0,
            Reason = "wide enough to tell both ways of reading apart",
        };
        Assert.Empty(TableComparison.Differences(Table(("a", [2])), Table(("a", [1])), _ => half));
        Assert.Single(TableComparison.Differences(Table(("a", [1])), Table(("a", [2])), _ => half));
    }

    [Fact]
    public void Every_difference_is_listed_and_the_worst_comes_first()
    {
        var differences = Compare(
            Table(("a", [1, 2, 3]), ("b", [1, 2, null])),
            Table(("a", [1.01, 2, 3.05]), ("b", [1, 2.02, 7]))
        );
        Assert.Equal(
            ["column 'b', row 2", "column 'a', row 2", "column 'b', row 1", "column 'a', row 0"],
            differences.Select(difference => difference.Where)
        );
        // 0.05 / 1e-3, but for the rounding of 3.05 − 3
        Assert.Equal(50, differences[1].Excess, 1e-9);
        Assert.Equal("column 'b', row 2: expected nothing, found 7", differences[0].ToString());
        Assert.Contains("(50 times the tolerance)", differences[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tolerance_belongs_to_its_column()
    {
        var exact = Loose with { Relative = 0, Absolute = 0 };
        var differences = TableComparison.Differences(
            Table(("loose", [1]), ("exact", [1])),
            Table(("loose", [1.0005]), ("exact", [1.0005])),
            name => name == "exact" ? exact : Loose
        );
        Assert.Equal("column 'exact', row 0", Assert.Single(differences).Where);
        Assert.Equal(double.PositiveInfinity, differences[0].Excess);
    }

    [Fact]
    public void Lost_new_renamed_and_moved_columns_differ()
    {
        DataTable table = Table(("a", [1]), ("b", [2]));
        Assert.Empty(Compare(table, table));
        Assert.Single(Compare(table, Table(("a", [1]))));
        Assert.Single(Compare(Table(("a", [1])), table));
        Assert.Single(Compare(table, Table(("a", [1]), ("c", [2]))));
        Assert.Equal(2, Compare(table, Table(("b", [2]), ("a", [1]))).Count);
    }

    [Fact]
    public void Fewer_or_more_rows_differ()
    {
        Assert.Single(Compare(Table(("a", [1, 2])), Table(("a", [1]))));
        Assert.Single(Compare(Table(("a", [1])), Table(("a", [1, 2]))));
        Assert.Single(Compare(Table(("a", [])), Table(("a", [null]))));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1e-9)]
    [InlineData(double.PositiveInfinity)]
    public void A_tolerance_that_means_nothing_is_refused(double bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Loose with { Relative = bound });
        Assert.Throws<ArgumentOutOfRangeException>(() => Loose with { Absolute = bound });
    }

    [Fact]
    public void Rows_with_names_are_told_by_name_and_another_name_is_a_difference()
    {
        DataTable named = Table(("a", [1, 2])) with { RowNames = ["C1", "C2"] };
        Assert.Empty(Compare(named, named));
        Assert.Equal(
            "column 'a', row C2",
            Assert.Single(Compare(named, Table(("a", [1, 3])) with { RowNames = ["C1", "C2"] })).Where
        );
        TableDifference other = Assert.Single(Compare(named, named with { RowNames = ["C1", "C3"] }));
        Assert.Equal(("name of row 1", "'C2'", "'C3'"), (other.Where, other.Expected, other.Actual));
        Assert.Equal(2, Compare(named, Table(("a", [1, 2]))).Count); // names that are gone
        Assert.Equal(2, Compare(Table(("a", [1, 2])), named).Count); // and that are new
    }
}
