using System.Text;

namespace Grokking.Figures.Plotting.Text;

/// <summary>Reads the markup of <see cref="RichText"/>.</summary>
internal sealed class MarkupParser(string markup)
{
    private readonly List<TextRun> _runs = [];
    private readonly StringBuilder _pending = new();
    private bool _italic;
    private Script _script;

    public IReadOnlyList<TextRun> Parse()
    {
        for (var i = 0; i < markup.Length; i++)
        {
            var next = i + 1 < markup.Length ? markup[i + 1] : '\0';
            switch (markup[i])
            {
                case '\\' when next != '\0':
                    _pending.Append(next);
                    i++;
                    break;
                case '*':
                    Flush();
                    _italic = !_italic;
                    break;
                case '_' or '^' when next == '{':
                    if (_script != Script.Normal)
                        throw Malformed("a script within a script");
                    Flush();
                    _script = markup[i] == '_' ? Script.Sub : Script.Super;
                    i++;
                    break;
                case '}' when _script != Script.Normal:
                    Flush();
                    _script = Script.Normal;
                    break;
                default:
                    _pending.Append(markup[i]);
                    break;
            }
        }
        Flush();
        if (_italic || _script != Script.Normal)
            throw Malformed("something is left open");
        return _runs;
    }

    private void Flush()
    {
        if (_pending.Length > 0)
            _runs.Add(new(_pending.ToString(), _italic, _script));
        _pending.Clear();
    }

    private FormatException Malformed(string what) => new($"In the label '{markup}' {what}.");
}
