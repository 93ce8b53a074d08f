using System.Collections.Immutable;
using CrmBench.Core.Diagnostics;
using CrmBench.Core.Model;
using CrmBench.Data.Csv;
using CrmBench.Data.Diagnostics;
using CrmBench.Data.Forms;
using CrmBench.Data.Json;
using CrmBench.Data.Values;

namespace CrmBench.Data.Reading;

/// <summary>Reads former identifiers, which must not be anybody else's.</summary>
internal static class Aliases
{
    /// <summary>Those in a column of the row that is being read.</summary>
    public static ImmutableArray<Alias> Of(CsvTable table, CsvColumn column)
    {
        column.ValueAs(ValueKind.Identifiers);
        ImmutableArray<Alias> aliases =
        [
            .. table.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(alias => new Alias(alias, table.PlaceOf(column))),
        ];
        foreach (var alias in aliases.Where(alias => !Identifier.IsValid(alias.Id)))
        {
            table.Fail(Problems.IdentifierInvalid(new Located<string>(alias.Id, alias.Place)));
        }

        return aliases;
    }

    /// <summary>Those in the property <c>aliases</c>.</summary>
    public static ImmutableArray<Alias> Of(JsonObject json)
    {
        var aliases = json.Texts("aliases");
        foreach (var alias in aliases.Where(alias => !Identifier.IsValid(alias.Value)))
        {
            json.Fail(Problems.IdentifierInvalid(alias));
        }

        return [.. aliases.Select(alias => new Alias(alias.Value, alias.Place))];
    }

    /// <summary>Reports what is an identifier or a former one already.</summary>
    /// <param name="kind">What they name: <c>model</c>.</param>
    /// <param name="declared">The identifiers there are. Its owner's own counts as taken, so an alias that repeats it is reported too.</param>
    /// <param name="aliases">All aliases, each with its owner's identifier.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    public static void CheckTaken(
        string kind, IEnumerable<string> declared, IEnumerable<(string Owner, Alias Alias)> aliases, DiagnosticBag diagnostics)
    {
        var owners = declared.Distinct(StringComparer.Ordinal).ToDictionary(id => id, StringComparer.Ordinal);
        foreach (var (owner, alias) in aliases)
        {
            if (!owners.TryAdd(alias.Id, owner))
            {
                diagnostics.Report(Problems.AliasTaken(new Located<string>(alias.Id, alias.Place), kind, owners[alias.Id]));
            }
        }
    }

    /// <summary>The same for identifiers beside which pages of the site stand.</summary>
    /// <param name="kind">What they name: <c>benchmark</c>.</param>
    /// <param name="declared">The identifiers there are.</param>
    /// <param name="aliases">All aliases, each with its owner's identifier.</param>
    /// <param name="isReserved">Whether a page of the site has a name.</param>
    /// <param name="diagnostics">Takes the problems.</param>
    public static void CheckTaken(
        string kind, IEnumerable<string> declared, IReadOnlyList<(string Owner, Alias Alias)> aliases, Func<string, bool> isReserved, DiagnosticBag diagnostics)
    {
        diagnostics.Report(aliases
            .Where(entry => isReserved(entry.Alias.Id))
            .Select(entry => Problems.ReservedName(entry.Alias.Place, kind, entry.Alias.Id)));
        CheckTaken(kind, declared, aliases, diagnostics);
    }
}
