using System.CommandLine;

namespace Grokking.Cli.Commands;

/// <summary>What is wrong with arguments that were not understood, in one line with what is allowed.</summary>
internal static class Refusal
{
    public static string Of(ParseResult arguments)
    {
        Command command = arguments.CommandResult.Command;
        IEnumerable<Symbol> allowed = command.Subcommands.Count > 0 ? command.Subcommands : command.Options;
        string names = string.Join(", ", allowed.Select(symbol => symbol.Name));
        if (arguments.UnmatchedTokens is [string unknown, ..])
            return $"'{unknown}' is not known to {command.Name}; allowed: {names}";
        return command.Subcommands.Count > 0
            ? $"a command is missing; allowed: {names}"
            : arguments.Errors[0].Message;
    }
}
