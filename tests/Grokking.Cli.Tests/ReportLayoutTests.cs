using System.Text.Json.Nodes;
using Grokking.Cli.Typesetting;

namespace Grokking.Cli.Tests;

/// <summary>What stands where in the report, asserted by Typst itself while it typesets a quick run's.</summary>
public sealed class ReportLayoutTests
{
    /// <summary>What is text: neither formulas nor code.</summary>
    private const string TextOf = """
        #let text-of(it) = {
          if it.func() in (math.equation, raw) { "" }
          else if it.has("text") { it.text }
          else if it.func() == figure { text-of(it.body) + text-of(it.caption.body) }
          else if it.has("children") { it.children.map(text-of).join(default: "") }
          else if it.has("body") and type(it.body) == content { text-of(it.body) }
          else if it.has("child") { text-of(it.child) }
          else if it.func() == [ ].func() { " " }
          else { "" }
        }
        """;

    [Fact]
    public void Captions_title_line_and_provenance_name_the_commit_and_that_files_differ_from_it()
    {
        const string Commit = "0123456789 (with uncommitted changes)";
        Check(
            TextOf.Replace("(math.equation, raw)", "(math.equation,)", StringComparison.Ordinal)
                + $"""

                #let named = text-of(whole).matches("commit {Commit}").len()
                #context assert.eq(named, 2 + query(figure.where(kind: image)).len())
                """,
            report => report["commit"]!["short_name"] = Commit
        );
    }

    [Fact]
    public void No_text_shows_the_markup_that_it_is_written_in() =>
        Check(
            TextOf
                + """

                #assert.eq(text-of(whole).matches(regex("\\S*[\^`_]\\S*|[₀-₉]|\\b[az]\\s=|\\bz\\b")).map(m => m.text), ())
                """,
            report =>
                report["benchmark"] = JsonNode.Parse(
                    """
                    {"tables": [{"title": "T", "columns": ["a"], "rows": [["b"]],
                                 "note": "`simulate`: Σ z^k/(Γ(a+k) k!), z = 1, t*_gen^2 at ε₁ and ₀F₁(a; z)"}]}
                    """
                )
        );

    [Fact]
    public void An_erratum_stands_on_one_page_with_its_numbers() =>
        Check(
            """
            #context {
              let errata = query(heading.where(level: 2)).filter(h => str(h.at("label", default: "")).starts-with("entry-E"))
              assert(errata.len() > 5)
              for one in errata {
                let numbers = query(selector(table).after(one.location())).first()
                assert.eq(numbers.location().page(), one.location().page(), message: repr(one.body))
              }
            }
            """
        );

    [Fact]
    public void Figures_stand_in_their_order_two_to_a_page() =>
        Check(
            """
            #context {
              let figures = query(figure.where(kind: image))
              let places = figures.map(one => { let p = one.location().position(); p.page * 1000pt + p.y })
              assert.eq(places, places.sorted())
              let pages = figures.map(one => one.location().page()).dedup()
              assert.eq(pages.len(), calc.ceil(figures.len() / 2))
            }
            """
        );

    [Fact]
    public void No_line_ends_inside_a_relation_or_before_the_number_of_an_equation() =>
        Check(
            $$"""
            #import "{{InRoot(Path.Combine(Typesetter.Folder(), "report", "style.typ"))}}": house, prose
            #show: house
            #context for (one, other) in (("eq.", "12"), ("eqs", "11"), ("Fig.", "2c"), ("20 ≥", "1")) {
              let first = "xxxxxxxx " + one // a line that the rest would fit below, were it broken here
              let lines = measure(width: measure(first).width, prose(first + " " + other + " xxxxxxxx"))
              assert.eq(lines.height, measure[x \ x \ x].height, message: first)
            }
            """
        );

    /// <summary>Typesets the whole report and assertions about it, which fail with what Typst says to them.</summary>
    private static void Check(string assertions, Action<JsonNode>? change = null)
    {
        using TemporaryFolder folder = QuickRun.Copy();
        string data = folder["data", "report.json"];
        JsonNode report = JsonNode.Parse(File.ReadAllText(data))!;
        change?.Invoke(report);
        File.WriteAllText(data, report.ToJsonString());

        string document = folder["check.typ"];
        File.WriteAllText(
            document,
            $"""
            #let whole = include "{InRoot(Path.Combine(Typesetter.Folder(), "report.typ"))}"
            #whole
            {assertions}
            """
        );
        Typesetter.Run(
            "report",
            document,
            folder["check.pdf"],
            "--root",
            Path.GetPathRoot(document)!,
            "--input",
            $"results={InRoot(folder.Path)}"
        );
    }

    private static string InRoot(string path) =>
        $"/{Path.GetRelativePath(Path.GetPathRoot(path)!, path).Replace('\\', '/')}";
}
