using System.Collections;
using System.Globalization;
using System.Text;
using CrmBench.Site.Publishing;
using CrmBench.Site.Words;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace CrmBench.Site.Rendering;

/// <summary>
/// Runs templates strictly: an unknown name is an error, and every value is escaped unless it is <see cref="Html"/>.
/// It writes texts, whole numbers and finite numbers (as the shortest text that reads back as the same number); a list, an object,
/// a truth value or a number that is not finite is a mistake in the template. One context serves one thread.
/// </summary>
internal sealed class HtmlTemplateContext : TemplateContext
{
    private static readonly BuiltinFunctions Builtins = new();

    private readonly Utf8Output _output = new();

    // Scriban names the block around a value as the place of its writing; the statement itself is what a person looks for.
    private ScriptExpressionStatement? _written;

    public HtmlTemplateContext(ScriptObject globals)
        : base(Builtins)
    {
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedTargetAccess = false;
        EnableRelaxedFunctionAccess = false;
        EnableRelaxedIndexerAccess = false;
        AutoIndent = false;
        LoopLimit = 0;
        LimitToString = 0;
        NewLine = "\n";
        PushGlobal(globals);
    }

    /// <summary>What went wrong while a model made one of its parts, which is no template's fault; null where nothing did.</summary>
    public Exception? BrokenPart { get; set; }

    /// <summary>The bytes that <paramref name="page"/> gives with <paramref name="variables"/> on top of the globals.</summary>
    public byte[] Render(ParsedTemplate page, ScriptObject variables)
    {
        _output.Clear();
        PushOutput(_output);
        Run(page, variables);
        PopOutput();
        return _output.ToArray();
    }

    /// <summary>Writes <paramref name="template"/> to the present output. What it assigns is forgotten afterwards.</summary>
    public void Run(ParsedTemplate template, ScriptObject variables)
    {
        PushSourceFile(template.Path);
        PushGlobal(variables);
        Evaluate(template.Page);
        PopGlobal();
        PopSourceFile();
    }

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var result = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (scriptNode is ScriptExpressionStatement statement)
        {
            _written = statement;
        }

        return result;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Scriban reads any other object by reflection, which finds nothing in a program that was compiled ahead of time: to templates such
    /// an object has no members at all.
    /// </remarks>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        ITemplateModel => TemplateModelAccessor.Instance,
        IScriptObject or string => base.GetMemberAccessorImpl(target),
        IList => ListAccessor.Default,
        _ => null,
    };

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                break;
            case Html html:
                Write(html.Markup);
                break;
            case string text when Output is Utf8Output output:
                output.WriteEscaped(text);
                break;
            case string text:
                Write(Html.FromText(text).Markup);
                break;
            case int or long:
                Write(((IFormattable)textAsObject).ToString(null, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                Write(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ScriptRuntimeException(_written?.Span ?? span, string.Create(
                    CultureInfo.InvariantCulture,
                    $"A value of type {textAsObject.GetType().Name} ({textAsObject}) cannot be written; give the page a text."));
        }

        return this;
    }
}

/// <summary>Takes what a template writes straight to UTF-8 in a buffer that is used again for the next page.</summary>
internal sealed class Utf8Output : IScriptOutput
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public void Clear() => _length = 0;

    public byte[] ToArray() => FileBytes.Copy(_buffer.AsSpan(0, _length));

    public void Write(ReadOnlySpan<char> text)
    {
        var needed = _length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(needed, _buffer.Length * 2));
        }

        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = HtmlEscaping.IndexOfSpecial(text); at >= 0; at = HtmlEscaping.IndexOfSpecial(text))
        {
            Write(text[..at]);
            Write(HtmlEscaping.Replacement(text[at]));
            text = text[(at + 1)..];
        }

        Write(text);
    }

    void IScriptOutput.Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    ValueTask IScriptOutput.WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text.AsSpan(offset, count));
        return ValueTask.CompletedTask;
    }
}
