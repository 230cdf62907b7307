using Grokking.Curves;

namespace Grokking.Tests.Curves;

/// <summary>What a difference says to the person who has to find it.</summary>
public sealed class TableDifferenceTests
{
    private static readonly ColumnTolerance Tight = new()
    {
        Relative = 0.01,
        Absolute = 0,
        Reason = "easy to divide by",
    };

    private static TableDifference Only(DataTable expected, DataTable actual) =>
        Assert.Single(TableComparison.Differences(expected, actual, _ => Tight));

    private static DataTable Table(string column, params double?[] values) =>
        new("panel", [new DataColumn(column, values)]);

    [Theory]
    [InlineData(2.0, 2.5, 0.25)]
    [InlineData(2.0, 1.5, 0.25)]
    [InlineData(-2.0, 2.0, 2.0)]
    public void The_relative_error_is_told(double expected, double actual, double error)
    {
        TableDifference difference = Only(Table("a", expected), Table("a", actual));
        Assert.Equal(error, difference.RelativeError);
        Assert.Equal(error / 0.01, difference.Excess, 1e-9); // one division and one multiplication
        Assert.Equal("a", difference.Column);
        Assert.Contains($"relative error {error}", difference.ToString(), StringComparison.Ordinal);
        Assert.Contains("times the tolerance", difference.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(null, 1.0)]
    [InlineData(1.0, null)]
    public void Where_it_has_no_meaning_there_is_none(double? expected, double? actual)
    {
        TableDifference difference = Only(Table("a", expected), Table("a", actual));
        Assert.Null(difference.RelativeError);
        Assert.DoesNotContain("relative", difference.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("times", difference.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_named_in_quotes_and_a_missing_one_is_nothing()
    {
        TableDifference renamed = Only(Table("a", 1), Table("b", 1));
        Assert.Equal(("'a'", "'b'"), (renamed.Expected, renamed.Actual));
        TableDifference lost = Only(Table("a", 1), new DataTable("panel", []));
        Assert.Equal(("'a'", "nothing"), (lost.Expected, lost.Actual));
    }
}
