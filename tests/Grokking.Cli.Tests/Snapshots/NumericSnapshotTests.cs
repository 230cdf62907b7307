using Grokking.Cli.Snapshots;
using Grokking.Curves;

namespace Grokking.Cli.Tests.Snapshots;

public sealed class NumericSnapshotTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DataTable table = new(
        "panel",
        [
            DataColumn.Of("epoch", [1, 2, 3]),
            new DataColumn("training-loss[lambda=0.5,d_out=1].mean", [1.5, null, 2e-5]),
        ]
    );

    private NumericSnapshot Snapshot => new(folder.Path);

    private string Received => folder["name.received.csv"];

    private string Verified => folder["name.verified.csv"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_received_is_accepted_by_renaming_it()
    {
        Assert.Equal("name.verified.csv", Assert.Single(Snapshot.Differences("name", table)).Where);
        File.Move(Received, Verified);
        Assert.Empty(Snapshot.Differences("name", table));
        Assert.False(File.Exists(Received));
        Assert.Equal(["name"], Snapshot.Names);
    }

    [Fact]
    public void Names_of_rows_are_kept()
    {
        DataTable named = table with { RowNames = ["C1", "eq. 24, t*_tr", "C3"] };
        Snapshot.Accept("name", named);
        Assert.Equal(named.RowNames, Snapshot.Verified("name")!.RowNames);
        Assert.Empty(Snapshot.Differences("name", named));
        Assert.NotEmpty(Snapshot.Differences("name", named with { RowNames = ["C1", "C2", "C3"] }));
        Assert.NotEmpty(Snapshot.Differences("name", table));
    }

    [Theory]
    [InlineData(1e-9, true)]
    [InlineData(1e-4, false)]
    public void One_value_that_changed_is_seen_from_1e_4_on(double change, bool agrees)
    {
        Verify();
        DataTable other = With([1.5, null, 2e-5 * (1 + change)]);
        Assert.Equal(agrees, Snapshot.Differences("name", other).Count == 0);
        Assert.Equal(agrees, !File.Exists(Received));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# rows: 3\n")]
    [InlineData("# rows: 3\n# *: relative 1E-08, absolute 0, because\n\n1,2\n")]
    public void A_file_without_names_of_columns_is_refused_by_its_name(string text)
    {
        File.WriteAllText(Verified, text);
        var damage = Assert.Throws<FormatException>(() => Snapshot.Differences("name", table));
        Assert.Contains("name.verified.csv: no line", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_received_disappears_once_all_is_well()
    {
        Verify();
        Assert.NotEmpty(Snapshot.Differences("name", With([1.6, null, 2e-5])));
        Assert.True(File.Exists(Received));
        Assert.Empty(Snapshot.Differences("name", table));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Lost_rows_columns_and_values_are_seen()
    {
        Verify();
        Assert.NotEmpty(Snapshot.Differences("name", table with { Columns = [table.Columns[0]] }));
        Assert.NotEmpty(Snapshot.Differences("name", With([null, null, 2e-5])));
        Assert.NotEmpty(Snapshot.Differences("name", With([1.5, 0, 2e-5])));
        DataColumn[] shorter =
        [
            .. table.Columns.Select(column => column with { Values = [.. column.Values.Take(2)] }),
        ];
        Assert.NotEmpty(Snapshot.Differences("name", table with { Columns = shorter }));
    }

    [Fact]
    public void A_long_table_is_thinned_and_says_so_and_its_length_still_counts()
    {
        static DataTable Long(int rows) =>
            new("panel", [DataColumn.Of("epoch", Enumerable.Range(0, rows).Select(row => (double)row))]);
        Snapshot.Differences("name", Long(1600));
        File.Move(Received, Verified);
        string[] lines = File.ReadAllLines(Verified);
        Assert.Equal("# rows: 1600, of which every 11th is kept", lines[0]);
        Assert.Equal(146, lines.Count(line => char.IsAsciiDigit(line[0])));
        Assert.Empty(Snapshot.Differences("name", Long(1600)));
        Assert.NotEmpty(Snapshot.Differences("name", Long(1599)));
    }

    [Fact]
    public void The_tolerance_is_the_one_written_in_the_file()
    {
        Verify();
        DataTable other = With([1.5 * (1 + 1e-6), null, 2e-5]);
        Assert.NotEmpty(Snapshot.Differences("name", other));
        string text = File.ReadAllText(Verified);
        Assert.Contains(
            "# *-loss[*].*: relative 1E-07, absolute 1E-30, because ",
            text,
            StringComparison.Ordinal
        );
        File.WriteAllText(Verified, text.Replace("1E-07", "1E-05", StringComparison.Ordinal));
        // Edited by hand it is not believed before somebody accepts the table with it.
        var edited = Assert.Throws<FormatException>(() => Snapshot.Differences("name", other));
        Assert.Contains(
            "name.verified.csv: its rows or tolerances",
            edited.Message,
            StringComparison.Ordinal
        );
        Snapshot.Accept("name", table);
        Assert.Empty(Snapshot.Differences("name", other));
    }

    [Fact]
    public void An_edited_number_is_named()
    {
        Verify();
        string text = File.ReadAllText(Verified);
        File.WriteAllText(Verified, text.Replace("\n1,1.5\n", "\n1,1.6\n", StringComparison.Ordinal));
        var edited = Assert.Throws<FormatException>(() =>
            Snapshot.Differences("name", With([1.6, null, 2e-5]))
        );
        Assert.Contains("name.verified.csv: its numbers", edited.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bit_of_a_verified_file_can_be_flipped_unnoticed()
    {
        Verify();
        byte[] whole = File.ReadAllBytes(Verified);
        for (int bit = 0; bit < 8 * whole.Length; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(Verified, flipped);
            Assert.Throws<FormatException>(() => Snapshot.Differences("name", table));
        }
    }

    [Theory]
    [InlineData("relative 5, absolute 0")]
    [InlineData("relative NaN, absolute 0")]
    [InlineData("relative 1E-07, absolute -1")]
    [InlineData("relative 1E-07, absolute 1e999")]
    [InlineData("relative much, absolute 0")]
    public void A_tolerance_that_is_none_is_named_and_never_accepted(string tolerance)
    {
        Verify();
        string text = File.ReadAllText(Verified);
        string below = text[text.IndexOf("\nepoch,", StringComparison.Ordinal)..].TrimStart();
        string above = $"# rows: 3\n# *: {tolerance}, because this test says so\n";
        File.WriteAllText(Verified, SnapshotSeal.Between(above, below));
        var refusal = Assert.Throws<FormatException>(() => Snapshot.Differences("name", table));
        Assert.Contains(tolerance, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("relative in [0, 1]", refusal.Message, StringComparison.Ordinal);
        var failure = Assert.Throws<Failure>(() => Snapshot.Accept("name", table));
        Assert.Contains(Verified, failure.Message, StringComparison.Ordinal);
        Assert.Contains(tolerance, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_hashes_is_not_believed()
    {
        Verify();
        string[] lines = File.ReadAllLines(Verified);
        File.WriteAllLines(Verified, lines.Where(line => !line.Contains("sha256", StringComparison.Ordinal)));
        var refusal = Assert.Throws<FormatException>(() => Snapshot.Differences("name", table));
        Assert.Contains("name.verified.csv: it has no line", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_a_tolerance_is_an_error()
    {
        Verify();
        string text = File.ReadAllText(Verified);
        string below = text[text.IndexOf("\nepoch,", StringComparison.Ordinal)..].TrimStart();
        File.WriteAllText(Verified, SnapshotSeal.Between("# rows: 3\n", below));
        var missing = Assert.Throws<FormatException>(() => Snapshot.Differences("name", table));
        Assert.Contains("no tolerance is given", missing.Message, StringComparison.Ordinal);
    }

    private void Verify()
    {
        Snapshot.Differences("name", table);
        File.Move(Received, Verified);
    }

    private DataTable With(double?[] values) =>
        table with
        {
            Columns = [table.Columns[0], table.Columns[1] with { Values = values }],
        };
}
