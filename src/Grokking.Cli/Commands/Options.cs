using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Grokking.Cli.Commands;

/// <summary>
/// Options whose errors are one line that names the option, the value and what is allowed. Numbers are read in
/// one way everywhere: digits with a point, so that "1,5" is refused rather than read as 15.
/// </summary>
internal static class Options
{
    public static Option<double> Number(string name, double byDefault, string description) =>
        Parsed<double>(
            name,
            description,
            byDefault,
            "a number such as 0.9 or 1e-3",
            (string text, out double value) =>
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        );

    public static Option<int> Integer(string name, int byDefault, string description, int low, int high) =>
        Parsed<int>(
            name,
            description,
            byDefault,
            $"a whole number in [{low}, {high}]",
            (string text, out int value) =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= low
                && value <= high
        );

    public static Option<int?> OptionalInteger(string name, string description, int low, int high) =>
        Parsed<int?>(
            name,
            description,
            null,
            $"a whole number in [{low}, {high}]",
            (string text, out int? value) =>
            {
                bool fits =
                    int.TryParse(
                        text,
                        NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out int number
                    )
                    && number >= low
                    && number <= high;
                value = number;
                return fits;
            }
        );

    public static Option<ulong> Seed(ulong byDefault) =>
        Parsed<ulong>(
            "--seed",
            "Root of all randomness.",
            byDefault,
            $"a whole number in [0, {ulong.MaxValue}]",
            (string text, out ulong value) =>
                ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        );

    public static Option<string> OneOf(
        string name,
        string byDefault,
        string description,
        params string[] allowed
    ) =>
        Parsed<string>(
            name,
            description,
            byDefault,
            string.Join(", ", allowed),
            (string text, out string value) => allowed.Contains(value = text)
        );

    public static Option<string[]> SomeOf(
        string name,
        string description,
        IReadOnlyList<string> allowed,
        string? helpName = null
    ) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            HelpName = helpName ?? string.Join("|", allowed),
            DefaultValueFactory = _ => [],
            CustomParser = result =>
            {
                foreach (Token token in result.Tokens)
                    if (!allowed.Contains(token.Value))
                        result.AddError(Refusal(name, token.Value, string.Join(", ", allowed)));
                return [.. allowed.Where(one => result.Tokens.Any(token => token.Value == one))];
            },
        };

    private delegate bool TryParse<T>(string text, out T value);

    private static Option<T> Parsed<T>(
        string name,
        string description,
        T byDefault,
        string allowed,
        TryParse<T> parse
    ) =>
        new(name)
        {
            Description = description,
            HelpName =
                allowed.Length >= 40 ? null
                : allowed.Contains('[', StringComparison.Ordinal) ? allowed // an interval
                : allowed.Replace(", ", "|", StringComparison.Ordinal),
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                string text = result.Tokens[^1].Value;
                if (!parse(text, out T value))
                    result.AddError(Refusal(name, text, allowed));
                return value;
            },
        };

    private static string Refusal(string name, string value, string allowed) =>
        $"{name} is '{(value.Length <= 40 ? value : value[..40] + "…")}'; allowed: {allowed}";
}
