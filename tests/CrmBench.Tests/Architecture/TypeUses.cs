using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace CrmBench.Tests.Architecture;

/// <summary>Which types of an assembly use which others of it, read from its compiled members.</summary>
/// <remarks>Constants stand in compiled code as their values, so that what uses nothing else of a type does not count.</remarks>
internal static class TypeUses
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Dictionary<ushort, OpCode> s_opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    /// <summary>Pairs of different types that stand in files of their own: nested and generated ones count as the one around them.</summary>
    public static HashSet<(Type From, Type To)> Of(Assembly assembly)
    {
        var uses = new HashSet<(Type, Type)>();
        foreach (var type in assembly.GetTypes())
        {
            var from = Outermost(type);
            uses.UnionWith(UsedBy(type).SelectMany(Parts).Select(Outermost).Where(to => to.Assembly == assembly && to != from).Select(to => (from, to)));
        }

        return uses;
    }

    private static IEnumerable<Type> UsedBy(Type type) =>
    [
        .. type.BaseType is { } ancestor ? [ancestor] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetFields(Own).Select(field => field.FieldType),
        .. type.GetMethods(Own).SelectMany(method => (IEnumerable<Type>)[.. Signature(method), .. Body(method)]),
        .. type.GetConstructors(Own).SelectMany(method => (IEnumerable<Type>)[.. Signature(method), .. Body(method)]),
    ];

    private static IEnumerable<Type> Signature(MethodBase method) =>
    [
        .. method is MethodInfo { ReturnType: var result } ? [result] : Type.EmptyTypes,
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
    ];

    private static IEnumerable<Type> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return [];
        }

        var onType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var onMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return
        [
            .. body.LocalVariables.Select(local => local.LocalType),
            .. Tokens(body.GetILAsByteArray()!).SelectMany(token => Named(method.Module.ResolveMember(token, onType, onMethod))),
        ];
    }

    private static IEnumerable<Type> Named(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodBase method =>
        [
            .. method.DeclaringType is { } type ? [type] : Type.EmptyTypes,
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
            .. Signature(method),
        ],
        _ => [],
    };

    // ECMA-335, Common Language Infrastructure, partition III: the operand follows its instruction, without padding.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (ushort)(0xFE00 | code[at + 1]) : code[at];
            at += value > 0xFF ? 2 : 1;
            switch (s_opCodes[value].OperandType)
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    at += 1;
                    break;
                case OperandType.InlineVar:
                    at += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    at += 8;
                    break;
                case OperandType.InlineSwitch:
                    at += 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
                    at += 4;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) =>
    [
        .. type.HasElementType ? Parts(type.GetElementType()!) : [type],
        .. type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [],
    ];

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } around)
        {
            type = around;
        }

        return type;
    }
}
