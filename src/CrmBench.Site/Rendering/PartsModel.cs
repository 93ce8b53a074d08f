using System.Runtime.ExceptionServices;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace CrmBench.Site.Rendering;

/// <summary>
/// A model some of whose parts (<see cref="Models.Later"/>) are made when somebody first asks for them: a set of templates pays for
/// what it shows. Like every model it serves one thread.
/// </summary>
/// <param name="capacity">How many parts it will have, at a guess.</param>
internal sealed class PartsModel(int capacity = 16) : ScriptObject(capacity, autoImportStaticsFromThisType: false)
{
    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (!base.TryGetValue(context!, span, member, out value))
        {
            return false;
        }

        if (value is LaterPart part)
        {
            value = Make(part, context as HtmlTemplateContext);
            SetValue(member, value, readOnly: false);
        }

        return true;
    }

    private static object? Make(LaterPart part, HtmlTemplateContext? context)
    {
        try
        {
            return part.Make();
        }
        catch (Exception failure) when (context is not null)
        {
            // Scriban would take it for a mistake in the template.
            context.BrokenPart = ExceptionDispatchInfo.Capture(failure);
            throw;
        }
    }
}

/// <summary>A part of a <see cref="PartsModel"/> that nobody has asked for yet.</summary>
/// <param name="Make">Makes it.</param>
internal sealed record LaterPart(Func<object?> Make);
