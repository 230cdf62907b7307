using System.Text;

namespace Grokking.Cli.Terminal;

/// <summary>
/// Standard error that may be full or closed: what cannot be said there is lost, and the exit code tells. A message
/// that nobody can read is no reason to lose the work that it is about.
/// </summary>
public sealed class StandardError : TextWriter
{
    private readonly TextWriter inner;

    private StandardError(TextWriter inner) =>
        (this.inner, CoreNewLine) = (inner, inner.NewLine.ToCharArray());

    /// <summary>Has everything that is written to standard error from now on go through this.</summary>
    public static void Forgive()
    {
        TextWriter error = Null;
        IfPossible(() => error = Console.Error); // it is opened here, which fails if it is closed
        Console.SetError(new StandardError(error));
    }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => IfPossible(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => IfPossible(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) =>
        IfPossible(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => IfPossible(() => inner.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => IfPossible(inner.Flush);

    private static void IfPossible(Action say)
    {
        try
        {
            say();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // full, closed, or no longer read by anybody
        }
    }
}
