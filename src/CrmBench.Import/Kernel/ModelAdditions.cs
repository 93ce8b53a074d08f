using CrmBench.Core.Diagnostics;
using CrmBench.Data.Entries;
using CrmBench.Data.Files;
using CrmBench.Data.Values;

namespace CrmBench.Import.Kernel;

/// <summary>Models that files name and <c>models.csv</c> does not: the rows they would have, and those that somebody wants added.</summary>
/// <param name="names">The models that are known.</param>
/// <param name="models"><c>models.csv</c>, or null where there is none.</param>
/// <param name="providers"><c>providers.csv</c>, or null where there is none.</param>
/// <param name="fallback">Who offers models of which nothing else says it, or null.</param>
internal sealed class ModelAdditions(ModelNames names, ImportFile? models, ImportFile? providers, string? fallback = null)
{
    private readonly ModelRows _new = new(names, models?.Content.ToArray(), providers?.Content.ToArray(), fallback);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>The rows that were added, of <c>providers.csv</c> and then of <c>models.csv</c>.</summary>
    public IEnumerable<string> Rows => _new.Providers.Added.Concat(_new.Models.Added);

    /// <summary>The files with the rows that were added.</summary>
    public IEnumerable<OutputFile> Files => new[] { _new.Providers, _new.Models }
        .Where(table => table.Added.Any())
        .Select(table => new OutputFile(table.Form.Name, table.Text()));

    /// <summary>What to say of a model that is not known.</summary>
    public UnknownModel Unknown(Located<string> name, NewModel? details) => _new.Unknown(name, details);

    /// <summary>Adds a model and gives its identifier, or null after a report of why it cannot be added.</summary>
    public string? Add(ImportJob job, Located<string> name, NewModel? details)
    {
        var (plain, front) = names.Parts(name.Value);
        var id = Slug.Of(plain);
        var (provider, providerName) = _new.Provider(details, front);
        if (Objection(id, provider) is { } objection)
        {
            if (_refused.Add(name.Value))
            {
                job.Diagnostics.Report(ImportProblems.ModelNotAdded(name, objection));
            }

            return null;
        }

        if (names.Provider(provider) is null)
        {
            _new.Providers.Add(provider, ModelRows.ProviderFields(provider, providerName));
            names.AddProvider(provider, providerName);
        }

        var fields = ModelRows.Fields(id, plain, provider, details);
        _new.Models.Add(id, fields);
        LeaveRest(job, details, fields);
        names.Add(id, [id, plain, name.Value]);
        return id;
    }

    private string? Objection(string id, string provider) => id switch
    {
        "" => "its name has no letter or digit that an identifier may have. Add it to data/models.csv by hand, and map its name with --model-map.",
        _ when !Identifier.IsValid(id) => $"'{id}' is no identifier. Add it to data/models.csv by hand, and map its name with --model-map.",
        _ when names.Has(id) => $"there is another model '{id}'. Map the name to that one with --model-map, or add it by hand with another identifier.",
        _ when provider == ModelRows.Open => "nothing says who offers it. Say it with --provider, or in the mapping: a column or constant 'provider'.",
        _ when !Identifier.IsValid(provider) => "the name of its provider has no letter or digit that an identifier may have. Add the provider by hand.",
        _ => null,
    };

    private void LeaveRest(ImportJob job, NewModel? details, Dictionary<string, string> fields)
    {
        if (details is null)
        {
            return;
        }

        Leave("openness", details.Openness, "It is none of closed, open-weights and open.");
        Leave("licence", details.Licence, "");
        Leave("released", details.Released, "It is no date of the form 2026-08-04.");

        void Leave(string column, Located<string> said, string why)
        {
            if (said.Value.Length > 0 && (fields[column].Length == 0 || !_new.Models.Header.Contains(column)))
            {
                job.Leave(said.Place, column, said.Value, fields[column].Length == 0 ? why : $"data/models.csv has no column '{column}'; add one to keep it.");
            }
        }
    }
}
