using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CrmBench.Benchmarks.Tables;

/// <summary>The same rows in tables of other people's making, as their documentation shows them for many rows.</summary>
internal static class RivalPages
{
    /// <summary>What is installed from the package registry, next to the pages.</summary>
    public static readonly string[] Packages = ["tabulator-tables", "datatables.net", "datatables.net-dt", "jquery"];

    private static readonly string[] Columns = ["rank", "model", .. TableSite.Dimensions, "source"];

    /// <summary>The pages by path, apart from the packages.</summary>
    public static Dictionary<string, byte[]> Write(TableSite site) => new(StringComparer.Ordinal)
    {
        ["rows.json"] = Encoding.UTF8.GetBytes(Rows(site)),
        ["tabulator/index.html"] = Page(
            """
            <link rel="stylesheet" href="/node_modules/tabulator-tables/dist/css/tabulator.min.css">
            <script src="/node_modules/tabulator-tables/dist/js/tabulator.min.js"></script>
            """,
            """
            <div id="table"></div>
            """,
            $$"""
            const table = new Tabulator("#table", {
              data: rows, height: "800px", layout: "fitDataFill",
              columns: {{ColumnList("title", "field")}},
            });
            table.on("tableBuilt", () => window.ready = performance.now());
            window.find = text => table.setFilter("model", "like", text);
            window.order = column => table.setSort(column, "desc");
            """),
        ["datatables/index.html"] = Page(
            """
            <link rel="stylesheet" href="/node_modules/datatables.net-dt/css/dataTables.dataTables.min.css">
            <script src="/node_modules/jquery/dist/jquery.min.js"></script>
            <script src="/node_modules/datatables.net/js/dataTables.min.js"></script>
            """,
            """
            <table id="table"></table>
            """,
            $$"""
            const names = {{JsonNames()}};
            const table = new DataTable("#table", {
              data: rows, pageLength: 50, deferRender: true, autoWidth: false,
              columns: {{ColumnList("title", "data")}},
              initComplete: () => window.ready = performance.now(),
            });
            window.find = text => table.column(1).search(text).draw();
            window.order = column => table.order([names.indexOf(column), "desc"]).draw();
            """),
    };

    private static byte[] Page(string head, string body, string script) => Encoding.UTF8.GetBytes(
        $$"""
        <!doctype html><meta charset="utf-8"><title>Table</title>
        {{head}}
        {{body}}
        <script type="module">
        const rows = await (await fetch("/rows.json")).json();
        {{script}}
        </script>

        """);

    private static string JsonNames() => "[" + string.Join(',', Columns.Select(name => $"\"{name}\"")) + "]";

    private static string ColumnList(string title, string field) =>
        "[" + string.Join(',', Columns.Select(name => $"{{ {title}: \"{name}\", {field}: \"{name}\" }}")) + "]";

    private static string Rows(TableSite site)
    {
        var text = new StringBuilder("[");
        for (var row = 0; row < site.Rows; row++)
        {
            text.Append(row == 0 ? "" : ",\n");
            text.Append(CultureInfo.InvariantCulture, $"{{\"rank\":{row + 1},\"model\":{Quoted($"{TableSite.Model(row)} ({TableSite.Variant(row)})")}");
            for (var dimension = 0; dimension < TableSite.Dimensions.Length; dimension++)
            {
                text.Append(CultureInfo.InvariantCulture, $",\"{TableSite.Dimensions[dimension]}\":{TableSite.Value(row, dimension):0.0}");
            }

            text.Append(",\"source\":\"file\"}");
        }

        return text.Append(']').ToString();
    }

    private static string Quoted(string text) => JsonEncodedText.Encode(text) is var encoded ? $"\"{encoded}\"" : "";
}
