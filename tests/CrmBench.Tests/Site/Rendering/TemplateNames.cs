using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using CrmBench.Site;
using CrmBench.Site.Pages;
using CrmBench.Site.Rendering;
using CrmBench.Site.Words;
using Scriban.Syntax;

namespace CrmBench.Tests.Site.Rendering;

/// <summary>
/// Reads templates as the compiler reads code: with the types of their models, through every branch, loop and partial, whatever any page
/// shows. Lists what they name that is not there, and notes what they read.
/// </summary>
internal sealed partial class TemplateNames(TemplateSet templates)
{
    private static readonly ImmutableDictionary<string, Type?> Globals = ImmutableDictionary<string, Type?>.Empty.Add("site", typeof(SiteModel));

    private static readonly ImmutableDictionary<string, Type> Functions = ImmutableDictionary<string, Type>.Empty
        .Add("link", typeof(string)).Add("absolute", typeof(string)).Add("asset", typeof(string)).Add("absolute_asset", typeof(string)).Add("imports", typeof(string[]));

    private readonly HashSet<(string Partial, Type? Argument)> _partials = [];
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);
    private readonly HashSet<PropertyInfo> _read = [];

    /// <summary>What is wrong, with its place.</summary>
    public IEnumerable<string> Problems => _problems;

    /// <summary>The properties of models that no template reads.</summary>
    public IEnumerable<string> Unread => Models.SelectMany(Properties).Except(_read)
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Order(StringComparer.Ordinal);

    /// <summary>Every model there is.</summary>
    public static IEnumerable<Type> Models =>
        typeof(SiteModel).Assembly.GetTypes().Where(type => type.GetCustomAttribute<TemplateModelAttribute>() is not null);

    /// <summary>The models of pages, by the names of their templates.</summary>
    public static IEnumerable<(string Template, Type Model)> PageModels => Models.Where(typeof(IPageModel).IsAssignableFrom)
        .Select(type => ((string)type.GetProperty(nameof(IPageModel.Template))!.GetValue(null)!, type));

    /// <summary>Reads the layout and every page.</summary>
    public void ReadAll()
    {
        foreach (var (template, model) in PageModels)
        {
            ReadPage(templates.FindPage(template)!, model);
        }

        ReadPage(templates.FindLayout()!, typeof(PageHead));
    }

    /// <summary>Reads the template of a page or the layout.</summary>
    public void ReadPage(ParsedTemplate template, Type model) =>
        Walk(template.Page, Globals.Add("page", model).Add("content", typeof(Html)));

    private void Walk(ScriptNode? node, ImmutableDictionary<string, Type?> scope)
    {
        switch (node)
        {
            case ScriptForStatement loop:
                var list = TypeOf(loop.Iterator, scope);
                var element = list is null ? null : ElementOf(list);
                if (element is null && list is not null)
                {
                    Report(loop.Iterator!, $"'{loop.Iterator}' is no list");
                }

                Walk(loop.Body, scope.SetItem(((ScriptVariable)loop.Variable!).Name, element));
                Walk(loop.Else, scope);
                break;
            case ScriptExpressionStatement statement:
                if (TypeOf(statement.Expression, scope) is { } written && !CanBeWritten(written))
                {
                    Report(statement, $"'{statement.Expression}' is of type {written.Name}, which cannot be written");
                }

                break;
            case ScriptExpression expression:
                TypeOf(expression, scope);
                break;
            case not null:
                foreach (var child in node.Children)
                {
                    Walk(child, scope);
                }

                break;
        }
    }

    /// <summary>What an expression gives; null where that is nothing to look into.</summary>
    private Type? TypeOf(ScriptExpression? expression, ImmutableDictionary<string, Type?> scope)
    {
        switch (expression)
        {
            case ScriptLiteral literal:
                return literal.Value?.GetType();
            case ScriptNestedExpression nested:
                return TypeOf(nested.Expression, scope);
            case ScriptMemberExpression { Target: ScriptVariable { Name: "for" } }:
                return null;
            case ScriptMemberExpression { Member: { } member } access:
                return TypeOf(access.Target, scope) is { } target ? MemberOf(target, member) : null;
            case ScriptVariable variable when scope.TryGetValue(variable.Name, out var type):
                return type;
            case ScriptVariable variable:
                Report(variable, $"nothing is called '{variable.Name}'");
                return null;
            case ScriptFunctionCall { Target: ScriptVariable { Name: "include" } } call:
                Include(call, scope);
                return null;
            case ScriptFunctionCall { Target: ScriptVariable function } call:
                foreach (var argument in call.Arguments)
                {
                    TypeOf(argument, scope);
                }

                if (!Functions.ContainsKey(function.Name))
                {
                    Report(function, $"no function is called '{function.Name}'");
                }

                return Functions.GetValueOrDefault(function.Name);
            case ScriptBinaryExpression binary:
                TypeOf(binary.Left, scope);
                TypeOf(binary.Right, scope);
                return typeof(bool);
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } not:
                TypeOf(not.Right, scope);
                return typeof(bool);
            case null:
                return null;
            default:
                Report(expression, $"'{expression}' is more than templates do here");
                return null;
        }
    }

    private void Include(ScriptFunctionCall call, ImmutableDictionary<string, Type?> scope)
    {
        if (call.Arguments is not [ScriptLiteral { Value: string name }, ..] || templates.FindPartial(name) is not { } partial)
        {
            Report(call, "a partial is included that cannot be found");
            return;
        }

        var argument = call.Arguments.Count > 1 ? TypeOf(call.Arguments[1], scope) : null;
        if (_partials.Add((name, argument)))
        {
            Walk(partial.Page, Globals.Add(TemplateSet.ArgumentOf(name), argument));
        }
    }

    private Type? MemberOf(Type target, ScriptVariable member)
    {
        if (ElementOf(target) is not null && member.Name == "size")
        {
            return typeof(int);
        }

        if (Members(target).FirstOrDefault(property => SnakeCase(property.Name) == member.Name) is not { } found)
        {
            Report(member, $"{target.Name} has no '{member.Name}'");
            return null;
        }

        _read.Add(found);
        var type = found.PropertyType;
        type = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>) ? type.GenericTypeArguments[0] : type;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static IEnumerable<PropertyInfo> Members(Type model) => model.GetCustomAttribute<TemplateModelAttribute>() is null ? []
        : typeof(IPageModel).IsAssignableFrom(model) ? Properties(model).Concat(Properties(typeof(PageHead)))
        : Properties(model);

    private static IEnumerable<PropertyInfo> Properties(Type model) =>
        model.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static Type? ElementOf(Type type) => type == typeof(string) ? null : type.GetInterfaces()
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static bool CanBeWritten(Type type) =>
        type == typeof(string) || type == typeof(Html) || type == typeof(int) || type == typeof(long) || type == typeof(double);

    private static string SnakeCase(string name) => Capital().Replace(name, "_$0").ToLowerInvariant();

    private void Report(ScriptNode node, string problem) => _problems.Add($"{TemplateSet.PlaceOf(node.Span)}: {problem}");

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
