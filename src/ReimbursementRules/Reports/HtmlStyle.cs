using ReimbursementRules.Values;

namespace ReimbursementRules.Reports;

/// <summary>How the page looks: on a desk, on a phone, and on paper.</summary>
internal static class HtmlStyle
{
    public static readonly string Sheet = """
        :root { color-scheme: light; }
        * { box-sizing: border-box; }
        body { margin: 0; background: #eceff1; color: #1c2226; font: 15px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        main { max-width: 60rem; margin: 1.5rem auto; padding: 2rem; background: #fff; box-shadow: 0 1px 4px #0003; overflow-wrap: anywhere; }
        h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
        h2 { margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid #1c2226; font-size: 1.1rem; }
        h3 { margin: 1rem 0 .25rem; font-size: 1rem; }
        p { margin: .25rem 0; }
        code { display: inline-block; max-width: 100%; font: .9em ui-monospace, Consolas, monospace; color: #46525a; }
        a { color: #14508c; }
        dl { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: 0; }
        dt { font-size: .8rem; color: #46525a; }
        dd { margin: 0; font-variant-numeric: tabular-nums; }
        .lead { margin: 0 0 .5rem; font-size: 1.15rem; font-weight: 600; }
        .unit, .printed { font-size: .85rem; color: #46525a; text-align: right; }
        .mark { display: inline-block; margin: 0 0 .5rem; padding: .25rem .75rem; border: 2px solid #9a3412; color: #9a3412; font-weight: 600; }
        table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
        th { border-bottom: 1px solid #1c2226; font-size: .8rem; color: #46525a; vertical-align: bottom; word-break: keep-all; }
        tbody td { border-bottom: 1px solid #dfe4e7; }
        tfoot td { border-top: 1px solid #1c2226; border-bottom: 3px #1c2226 double; font-weight: 600; }
        .amount { text-align: right; white-space: nowrap; }
        th.amount { white-space: normal; }
        .payers table { max-width: 32rem; }
        .wide { overflow-x: auto; }
        ol { margin: 0; padding-left: 1.5rem; }
        li { margin: .5rem 0; padding-bottom: .5rem; border-bottom: 1px solid #dfe4e7; }
        li:last-child { border-bottom: 0; }
        .says { font-weight: 600; }
        .step { color: #14508c; }
        .steps li dl { gap: .25rem 1.5rem; }
        .steps li dl div { display: flex; gap: .5rem; align-items: baseline; }
        .move { padding-left: 1rem; }
        .source { font-size: .85rem; color: #46525a; }
        .notes ul { margin: 0; padding-left: 1.25rem; }
        .flow { display: block; max-width: 100%; height: auto; margin: .5rem auto; font-family: inherit; }
        .flow.phone { display: none; }
        .flow text { fill: #1c2226; paint-order: stroke; stroke: #fff; stroke-width: 2.5px; stroke-linejoin: round; }
        .flow .sum { font-weight: 600; font-variant-numeric: tabular-nums; }
        .band { opacity: .45; }
        .node { stroke: #1c2226; stroke-width: .5; }
        .bill { fill: #1c2226; } .part { fill: #7b8a93; }
        .account { fill: #f9dfa6; } .patient { fill: #f2b134; } .hospital { fill: #c2410c; }
        .fund { fill: #14508c; } .fund2 { fill: #2f8f83; } .fund3 { fill: #7c5cbf; } .fund4 { fill: #6fa8dc; }
        @media screen and (max-width: 640px) {
          main { margin: 0; padding: 1rem; box-shadow: none; }
          .flow.desk { display: none; }
          .flow.phone { display: block; }
          .many thead { display: none; }
          .many, .many tbody, .many tfoot, .many tr, .many td { display: block; width: 100%; }
          .many tr { padding: .4rem 0; border-bottom: 1px solid #1c2226; }
          .many td { display: flex; justify-content: space-between; gap: 1rem; padding: .1rem 0; border: 0; text-align: right; }
          .many td::before { content: attr(data-column); flex: 0 1 auto; color: #46525a; font-weight: 400; text-align: left; }
          .many td:empty { display: none; }
        }
        @page { size: A4; margin: 15mm; }
        @media print {
          body { background: #fff; font-size: 10pt; }
          main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
          .wide { overflow: visible; }
          .wide table { font-size: 8pt; }
          .wide th, .wide td { padding: .2rem .3rem; }
          h2, h3 { break-after: avoid; }
          tr, li, svg, .payers table { break-inside: avoid; }
          p { orphans: 3; widows: 3; }
          tfoot { display: table-row-group; }
          .wide th.amount { word-break: normal; }
          .parts td:first-child { min-width: 7em; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { break-after: avoid; }
          .flow { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          a { color: inherit; text-decoration: none; }
          a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>The numbers of pages on paper.</summary>
    public static string Pages(Language language) =>
        language == Language.Chinese
            ? "@page { @bottom-center { content: \"第 \" counter(page) \" 页，共 \" counter(pages) \" 页\"; font-size: 8pt; } }\n"
            : "@page { @bottom-center { content: \"page \" counter(page) \" of \" counter(pages); font-size: 8pt; } }\n";

    /// <summary>What a comparison needs beside; the tones differ in lightness too, so that they stay apart in a grey print.</summary>
    public static readonly string Comparison = """
        .same { fill: #b8c2c8; } .more { fill: #14508c; } .less { fill: #6fa8dc; } .gain { fill: #2f8f83; } .loss { fill: #c2410c; }
        .changes ul { margin: 0; padding-left: 1.25rem; }
        details { padding: .3rem 0; border-bottom: 1px solid #dfe4e7; }
        summary { cursor: pointer; }
        details .says { margin-top: .75rem; }
        .side { margin-top: .5rem; font-size: .8rem; color: #46525a; }

        """.ReplaceLineEndings("\n");
}
