using System.Collections.Frozen;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>
/// The functions that Scriban brings along, made when a template first asks for one: they are found by reflection, which takes longer
/// than a hundred small pages, and our templates need none. All threads share it, and it never changes.
/// </summary>
internal sealed class BuiltinFunctions() : ScriptObject(0, autoImportStaticsFromThisType: false)
{
    /// <summary>Its groups of functions and its words; nothing else is looked for.</summary>
    public static readonly FrozenSet<string> Names =
        FrozenSet.Create(StringComparer.Ordinal, "array", "blank", "empty", "math", "object", "regex", "string", "timespan");

    private readonly Lazy<ScriptObject> _made = new(Make);

    /// <summary>All that there is, as Scriban has it.</summary>
    public static ScriptObject Make()
    {
        var functions = TemplateContext.GetDefaultBuiltinObject();
        // Includes go through the parsed set; a page's address is not the template's to make from the clock or at random.
        foreach (var name in (string[])["include", "include_join", "date", "html"])
        {
            functions.Remove(name);
        }

        return functions;
    }

    /// <inheritdoc/>
    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        value = null;
        return Names.Contains(member) && _made.Value.TryGetValue(context!, span, member, out value);
    }

    /// <inheritdoc/>
    public override bool Contains(string member) => Names.Contains(member) && _made.Value.Contains(member);

    /// <inheritdoc/>
    public override bool CanWrite(string member) => !Names.Contains(member) || _made.Value.CanWrite(member);
}

/// <summary>A function that templates may call, without the reflection that Scriban's own wrappers need.</summary>
/// <param name="required">Number of arguments that must be given.</param>
/// <param name="allowed">Number of arguments that may be given.</param>
/// <param name="invoke">What it does; a null result writes nothing.</param>
internal sealed class TemplateFunction(int required, int allowed, Func<HtmlTemplateContext, ScriptArray, SourceSpan, object?> invoke)
    : IScriptCustomFunction
{
    private static readonly ScriptParameterInfo Parameter = new(typeof(object), "value");

    public int RequiredParameterCount => required;

    public int ParameterCount => allowed;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => Parameter;

    public object? Invoke(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        invoke((HtmlTemplateContext)context, arguments, callerContext?.Span ?? default);

    public ValueTask<object?> InvokeAsync(
        TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
