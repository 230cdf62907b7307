using System.Reflection;
using System.Reflection.Emit;

namespace Grokking.Cli.Tests.House;

/// <summary>
/// What a type uses, read from its compiled code: base types, members' types, and every type, method and field
/// that an instruction names. Unlike a list of <c>using</c> directives it cannot be got around.
/// </summary>
internal static class Uses
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(instruction => instruction.Value);

    /// <summary>Types used anywhere in a type or in what the compiler nests in it.</summary>
    public static IEnumerable<Type> TypesIn(Type type) => MembersIn(type).SelectMany(TypesOf).Distinct();

    /// <summary>The type's own members, and the members named in its code.</summary>
    public static IEnumerable<MemberInfo> MembersIn(Type type) =>
        type.GetMembers(All)
            .Where(member => member is not Type)
            .SelectMany(member =>
                (MemberInfo[])[member, .. member is MethodBase method ? NamedIn(method) : []]
            )
            .Append(type)
            .Concat(type.GetNestedTypes(All).SelectMany(MembersIn));

    private static IEnumerable<Type> TypesOf(MemberInfo member)
    {
        IEnumerable<Type?> types = member switch
        {
            Type type => [type, type.BaseType, .. type.GetInterfaces()],
            MethodBase method =>
            [
                method.DeclaringType,
                (method as MethodInfo)?.ReturnType,
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
                .. method.IsGenericMethod ? method.GetGenericArguments() : [],
                .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
            ],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            PropertyInfo property => [property.PropertyType],
            _ => [],
        };
        return types.OfType<Type>().SelectMany(Parts);
    }

    /// <summary>The types that a type is put together from: elements of arrays, arguments of generics.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsConstructedGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    private static IEnumerable<MemberInfo> NamedIn(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[]? ofType =
            method.DeclaringType?.IsGenericType == true ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length; )
        {
            // Instructions that begin with 0xFE have two bytes.
            short value = code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            OpCode instruction = Instructions[value];
            if (
                instruction.OperandType
                is OperandType.InlineField
                    or OperandType.InlineMethod
                    or OperandType.InlineTok
                    or OperandType.InlineType
            )
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            at += SizeOfOperand(instruction.OperandType, code, at);
        }
    }

    private static int SizeOfOperand(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };
}
