using Spectre.Console;

namespace Grokking.Cli.Terminal;

/// <summary>
/// Shows how far the work is, on standard error so that standard output carries results alone: a bar with the
/// time left on a terminal, a plain line at every tenth elsewhere.
/// </summary>
public static class ProgressDisplay
{
    /// <summary>Runs <paramref name="work"/>, giving it a callback for (units done, units in all).</summary>
    public static void Run(string title, Action<Action<int, int>> work)
    {
        if (Console.IsErrorRedirected)
            Plain(title, work);
        else
            Bar(title, work);
    }

    private static void Bar(string title, Action<Action<int, int>> work) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(display =>
            {
                ProgressTask bar = display.AddTask(Markup.Escape(title));
                work(
                    (done, all) =>
                    {
                        bar.MaxValue = all;
                        bar.Value = done;
                    }
                );
            });

    private static void Plain(string title, Action<Action<int, int>> work)
    {
        int shown = 0;
        var turn = new Lock();
        work(
            (done, all) =>
            {
                lock (turn)
                {
                    int tenth = 10 * done / all;
                    if (tenth <= shown)
                        return;
                    shown = tenth;
                    Console.Error.WriteLine($"{title}: {10 * tenth} %");
                }
            }
        );
    }
}
