using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CrmBench.Mutation;

/// <summary>
/// Puts all faults of a file into it at once, each behind a switch, so that one compilation serves all:
/// <c>a &lt; b</c> becomes <c>(Switch.Is(7) ? a &lt;= b : a &lt; b)</c>.
/// </summary>
/// <param name="file">Path of the source from the root of the repository.</param>
/// <param name="model">What the compiler knows of the source.</param>
/// <param name="first">The number of the first fault.</param>
/// <param name="dropped">Numbers of faults that do not compile; they keep their numbers and are left out.</param>
internal sealed class MutantRewriter(string file, SemanticModel model, int first, IReadOnlySet<int> dropped) : CSharpSyntaxRewriter
{
    /// <summary>The kind of annotation that names the fault at a node.</summary>
    public const string Mark = "mutant";

    private static readonly ExpressionSyntax SwitchName = ParseExpression("global::CrmBench.Mutation.Switch.Is");

    /// <summary>All faults, those that were dropped too.</summary>
    public List<Mutant> Mutants { get; } = [];

    public override SyntaxNode? Visit(SyntaxNode? node)
    {
        if (node is AttributeListSyntax or PatternSyntax or CaseSwitchLabelSyntax or EnumMemberDeclarationSyntax or InterpolationAlignmentClauseSyntax
            || (node is EqualsValueClauseSyntax { Parent: ParameterSyntax })
            || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
            || (node is LocalDeclarationStatementSyntax local && local.IsConst)
            || (node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } }))
        {
            // What must be known while compiling cannot be switched.
            return node;
        }

        return node switch
        {
            ExpressionSyntax expression when MayBeWrapped(expression) => WithFaults(expression),
            ExpressionStatementSyntax statement => WithFaults(statement),
            YieldStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax { Parent: not SwitchSectionSyntax } => WithoutIt((StatementSyntax)node),
            _ => base.Visit(node),
        };
    }

    private SyntaxNode WithFaults(ExpressionSyntax expression)
    {
        var faults = Mutations.Of(expression, model).Select(fault => (New(fault.Kind, expression, fault.After.ToString()), fault.After)).ToArray();
        var negation = IsCondition(expression) ? New("condition", expression, $"!({expression})") : -1;
        var whole = (ExpressionSyntax)base.Visit(expression)!;
        foreach (var (number, after) in faults.Where(fault => !dropped.Contains(fault.Item1)))
        {
            whole = Marked(number, ParenthesizedExpression(ConditionalExpression(Is(number), ParenthesizedExpression(after.WithoutTrivia()), ParenthesizedExpression(whole.WithoutTrivia()))));
        }

        // Not as a choice: a pattern in a condition may name what it finds, and must then stand there once.
        return negation < 0 || dropped.Contains(negation)
            ? whole
            : Marked(negation, ParenthesizedExpression(BinaryExpression(SyntaxKind.ExclusiveOrExpression, Is(negation), ParenthesizedExpression(whole.WithoutTrivia()))));
    }

    private SyntaxNode WithFaults(ExpressionStatementSyntax statement)
    {
        var opposite = Mutations.OppositeStep(statement.Expression);
        var step = opposite is null ? -1 : New("step", statement.Expression, opposite.ToString());
        var whole = (StatementSyntax)WithoutIt(statement);
        return step < 0 || dropped.Contains(step)
            ? whole
            : Marked(step, Block(IfStatement(Is(step), Block(ExpressionStatement(opposite!)), ElseClause(Block(whole)))));
    }

    private SyntaxNode WithoutIt(StatementSyntax statement)
    {
        // What it declares is needed further on.
        var number = Mutations.HasNames(statement) ? -1 : New("statement", statement, "");
        var whole = (StatementSyntax)base.Visit(statement)!;
        return number < 0 || dropped.Contains(number)
            ? whole
            : Marked(number, Block(IfStatement(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Is(number)), Block(whole))));
    }

    private int New(string kind, SyntaxNode node, string after)
    {
        var number = first + Mutants.Count;
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        Mutants.Add(new Mutant(number, file, line, kind, OneLine(node.ToString()), OneLine(after)));
        return number;
    }

    private static bool MayBeWrapped(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or LiteralExpressionSyntax or ConditionalExpressionSyntax or InvocationExpressionSyntax or IsPatternExpressionSyntax
            or IdentifierNameSyntax or MemberAccessExpressionSyntax
        && expression.Parent is not ExpressionStatementSyntax
        && expression.Parent is not ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
        && !IsTail(expression);

    // What follows "?." is no expression of its own.
    private static bool IsTail(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().Any(part =>
            part is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax
            && part.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(part.Span)).SpanStart < expression.SpanStart);

    private bool IsCondition(ExpressionSyntax expression) =>
        expression is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or IsPatternExpressionSyntax
        && expression.Parent switch
        {
            IfStatementSyntax or WhileStatementSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => true,
            ConditionalExpressionSyntax choice => choice.Condition == expression,
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression),
            _ => false,
        }
        && model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_Boolean;

    private static InvocationExpressionSyntax Is(int number) =>
        InvocationExpression(SwitchName, ArgumentList(SingletonSeparatedList(Argument(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number))))));

    private static T Marked<T>(int number, T node)
        where T : SyntaxNode =>
        node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 160 ? line[..160] + "..." : line;
    }
}
