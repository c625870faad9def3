using System.Reflection;
using System.Reflection.Emit;

namespace Lanshao.Platform.Tests.Architecture;

/// <summary>Reads which types the compiled code of a type names: signatures, fields, attributes and method bodies.</summary>
internal static class TypeUse
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>Returns every type that <paramref name="type"/> names, generic arguments taken apart.</summary>
    public static HashSet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        Add(used, type.GetInterfaces());
        Add(used, type.GetCustomAttributesData().Select(a => a.AttributeType));
        Add(used, type.GetFields(All).Select(f => f.FieldType));
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            Add(used, (method as MethodInfo)?.ReturnType);
            Add(used, method.GetParameters().Select(p => p.ParameterType));
            Add(used, method.GetCustomAttributesData().Select(a => a.AttributeType));
            AddBody(used, method);
        }

        return used;
    }

    private static void AddBody(HashSet<Type> used, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        Add(used, body.LocalVariables.Select(v => v.LocalType));
        Add(used, body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause).Select(c => c.CatchType));
        var code = body.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var opcode = Codes[code[at] == 0xFE ? unchecked((short)(0xFE00 | code[at + 1])) : code[at]];
            at += opcode.Size;
            if (opcode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                AddMember(used, method, BitConverter.ToInt32(code, at));
            }

            at += OperandSize(opcode.OperandType, code, at);
        }
    }

    private static void AddMember(HashSet<Type> used, MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var ofMethod = method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        switch (method.Module.ResolveMember(token, ofType, ofMethod))
        {
            case Type type:
                Add(used, type);
                break;
            case FieldInfo field:
                Add(used, field.DeclaringType);
                Add(used, field.FieldType);
                break;
            case MethodBase called:
                Add(used, called.DeclaringType);
                Add(used, called.IsGenericMethod ? called.GetGenericArguments() : []);
                break;
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static void Add(HashSet<Type> used, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(used, type);
        }
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
        }
        else if (used.Add(type) && type.IsGenericType)
        {
            Add(used, type.GetGenericArguments());
        }
    }
}
