using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

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
