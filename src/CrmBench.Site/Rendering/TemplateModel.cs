using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>
/// Marks an immutable record as something that templates read: its public properties, by their names in snake case. The compiler writes
/// the record's <see cref="ITemplateModel"/> (see CrmBench.Site.Generator), so that nothing is looked up by reflection.
/// </summary>
/// <remarks>
/// A part that is costly and not always shown is a <see cref="Lazy{T}"/>: templates see what it makes. Only null and false count as
/// false in a template; 0, an empty text and an empty list do not.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TemplateModelAttribute : Attribute;

/// <summary>What templates read of a record.</summary>
public interface ITemplateModel
{
    /// <summary>Finds a property.</summary>
    /// <param name="member">Its name in snake case: <c>iso_date</c>.</param>
    /// <param name="value">Its value; of a lazy property what it makes.</param>
    /// <returns>Whether there is such a property.</returns>
    bool TryGetMember(string member, out object? value);

    /// <summary>The models that this one holds, alone or in lists.</summary>
    IEnumerable<ITemplateModel> Nested();
}

/// <summary>The model of a page, which knows the template that it was made for.</summary>
public interface IPageModel : ITemplateModel
{
    /// <summary>Name of the template in <c>pages/</c>, without <c>.html</c>: <c>use-case</c>.</summary>
    static abstract string Template { get; }
}

/// <summary>Lets Scriban read models, and nothing else of them.</summary>
internal sealed class TemplateModelAccessor : IObjectAccessor
{
    public static readonly TemplateModelAccessor Instance = new();

    public bool HasIndexer => false;

    public Type? IndexType => null;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        try
        {
            return ((ITemplateModel)target).TryGetMember(member, out value);
        }
        catch (Exception failure)
        {
            // Scriban would take it for a mistake in the template.
            ((HtmlTemplateContext)context).BrokenPart =
                new InvalidOperationException($"The part '{member}' of {target.GetType().Name} cannot be made: {failure.Message}", failure);
            throw;
        }
    }

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        TryGetValue(context, span, target, member, out _);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    // Templates have no use for the names of all members, and no indexer.
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
