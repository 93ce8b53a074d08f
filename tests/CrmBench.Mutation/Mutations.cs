using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace CrmBench.Mutation;

/// <summary>Which faults an expression may have: what stands in its place, by kind.</summary>
internal static class Mutations
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Arithmetic = new()
    {
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Comparisons = new()
    {
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Junctions = new()
    {
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind> RelationalTokens = new()
    {
        [SyntaxKind.LessThanToken] = SyntaxKind.LessThanEqualsToken,
        [SyntaxKind.LessThanEqualsToken] = SyntaxKind.LessThanToken,
        [SyntaxKind.GreaterThanToken] = SyntaxKind.GreaterThanEqualsToken,
        [SyntaxKind.GreaterThanEqualsToken] = SyntaxKind.GreaterThanToken,
    };

    private static readonly Dictionary<string, string> Methods = Both(
        ("Min", "Max"), ("Any", "All"), ("First", "Last"), ("FirstOrDefault", "LastOrDefault"), ("OrderBy", "OrderByDescending"),
        ("ThenBy", "ThenByDescending"), ("Floor", "Ceiling"), ("Skip", "Take"), ("StartsWith", "EndsWith"), ("IndexOf", "LastIndexOf"),
        ("MinBy", "MaxBy"), ("TrimStart", "TrimEnd"), ("SkipWhile", "TakeWhile"));

    /// <summary>What may stand in the place of an expression. Operands are as they were: one fault at a time.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="model">What the compiler knows of it.</param>
    public static IEnumerable<(string Kind, ExpressionSyntax After)> Of(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        BinaryExpressionSyntax binary => OfBinary(binary, model),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => [("condition", not.Operand)],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => [("sign", minus.Operand)],
        LiteralExpressionSyntax literal => OfLiteral(literal, model),
        ConditionalExpressionSyntax choice => [("choice", choice.WithWhenTrue(choice.WhenFalse).WithWhenFalse(choice.WhenTrue))],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call => OfCall(call, member),
        IsPatternExpressionSyntax test when !HasNames(test.Pattern) => OfPattern(test),
        _ => [],
    };

    /// <summary>The other way round of an assignment or a step by one; null where there is none.</summary>
    public static ExpressionSyntax? OppositeStep(ExpressionSyntax step) => step switch
    {
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } add =>
            AssignmentExpression(SyntaxKind.SubtractAssignmentExpression, add.Left, add.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } subtract =>
            AssignmentExpression(SyntaxKind.AddAssignmentExpression, subtract.Left, subtract.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyAssignmentExpression } multiply =>
            AssignmentExpression(SyntaxKind.DivideAssignmentExpression, multiply.Left, multiply.Right),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.DivideAssignmentExpression } divide =>
            AssignmentExpression(SyntaxKind.MultiplyAssignmentExpression, divide.Left, divide.Right),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } up =>
            PostfixUnaryExpression(SyntaxKind.PostDecrementExpression, up.Operand),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostDecrementExpression } down =>
            PostfixUnaryExpression(SyntaxKind.PostIncrementExpression, down.Operand),
        _ => null,
    };

    /// <summary>Whether a pattern gives names to what it finds, which must not be given twice.</summary>
    public static bool HasNames(SyntaxNode node) => node.DescendantNodesAndSelf().Any(part => part is SingleVariableDesignationSyntax);

    private static IEnumerable<(string, ExpressionSyntax)> OfBinary(BinaryExpressionSyntax binary, SemanticModel model)
    {
        var kind = binary.Kind();
        if (kind == SyntaxKind.CoalesceExpression)
        {
            return binary.Right is ThrowExpressionSyntax ? [] : [("default", binary.Right)];
        }

        if (Arithmetic.TryGetValue(kind, out var others))
        {
            return IsNumber(model.GetTypeInfo(binary.Left).Type) && IsNumber(model.GetTypeInfo(binary.Right).Type)
                ? others.Select(other => ("arithmetic", (ExpressionSyntax)With(binary, other)))
                : [];
        }

        return Comparisons.TryGetValue(kind, out others) ? others.Select(other => ("comparison", (ExpressionSyntax)With(binary, other)))
            : Junctions.TryGetValue(kind, out others) ? others.Select(other => ("junction", (ExpressionSyntax)With(binary, other)))
            : [];
    }

    private static BinaryExpressionSyntax With(BinaryExpressionSyntax binary, SyntaxKind kind) =>
        BinaryExpression(kind, ParenthesizedExpression(binary.Left), ParenthesizedExpression(binary.Right));

    private static IEnumerable<(string, ExpressionSyntax)> OfLiteral(LiteralExpressionSyntax literal, SemanticModel model)
    {
        switch (literal.Token.Value)
        {
            case bool truth:
                return [("truth", LiteralExpression(truth ? SyntaxKind.FalseLiteralExpression : SyntaxKind.TrueLiteralExpression))];
            case int number and < int.MaxValue:
                return [("number", Cast(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number + 1)), literal, model))];
            case long number and < long.MaxValue:
                return [("number", Cast(LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number + 1)), literal, model))];
            case double number when number + 1 != number:
                return [("number", LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number + 1)))];
            case decimal number:
                return [("number", LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(number + 1)))];
            default:
                return [];
        }
    }

    // A choice between two literals is no constant, so a smaller type must be said.
    private static ExpressionSyntax Cast(ExpressionSyntax number, ExpressionSyntax place, SemanticModel model) =>
        model.GetTypeInfo(place).ConvertedType is { SpecialType: SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Int16 } type
            ? CastExpression(ParseTypeName(type.ToDisplayString()), number)
            : number;

    private static IEnumerable<(string, ExpressionSyntax)> OfCall(InvocationExpressionSyntax call, MemberAccessExpressionSyntax member)
    {
        var name = member.Name.Identifier.Text;
        if (member.Name is IdentifierNameSyntax && Methods.TryGetValue(name, out var other))
        {
            yield return ("method", call.WithExpression(member.WithName(IdentifierName(other))));
        }

        if (name == "Where" && call.ArgumentList.Arguments.Count == 1)
        {
            yield return ("filter", member.Expression);
        }
    }

    private static IEnumerable<(string, ExpressionSyntax)> OfPattern(IsPatternExpressionSyntax test)
    {
        foreach (var part in test.Pattern.DescendantNodesAndSelf())
        {
            PatternSyntax? other = part switch
            {
                RelationalPatternSyntax relation => relation.WithOperatorToken(Token(RelationalTokens[relation.OperatorToken.Kind()])),
                BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern } both =>
                    ParenthesizedPattern(BinaryPattern(SyntaxKind.OrPattern, both.Left, Token(SyntaxKind.OrKeyword), both.Right)),
                BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either =>
                    ParenthesizedPattern(BinaryPattern(SyntaxKind.AndPattern, either.Left, Token(SyntaxKind.AndKeyword), either.Right)),
                _ => null,
            };
            if (other is not null)
            {
                yield return ("pattern", test.ReplaceNode(part, other));
            }
        }
    }

    private static bool IsNumber(ITypeSymbol? type) =>
        type is { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double } or { Name: "BigInteger" or "Int128" or "UInt128" };

    private static Dictionary<string, string> Both(params (string One, string Other)[] pairs) =>
        pairs.Concat(pairs.Select(pair => (pair.Other, pair.One))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
