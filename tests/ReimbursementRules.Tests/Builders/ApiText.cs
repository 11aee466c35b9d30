using System.Reflection;
using System.Runtime.CompilerServices;

namespace ReimbursementRules.Tests.Builders;

/// <summary>A public type in words: what it is made of, with nullability, defaults, and what must be stated.</summary>
internal static class ApiText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Type type)
    {
        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Enum.Format(type, Enum.Parse(type, name), "d")}")
            : type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(Member)
                .OfType<string>()
                .Order(StringComparer.Ordinal);
        return $"{Kind(type)} {type.FullName}{Bases(type)}\n{string.Concat(members.Select(member => $"    {member}\n"))}";
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => IsReadOnly(type) ? "readonly struct" : "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            _ => IsRecord(type) ? "sealed record" : "sealed class",
        };

    private static bool IsReadOnly(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>The class that it derives from, and the interfaces of this library.</summary>
    private static string Bases(Type type)
    {
        var bases = new[] { type.BaseType }
            .Concat(type.GetInterfaces().Where(one => one.Assembly == type.Assembly))
            .OfType<Type>()
            .Where(one => one != typeof(object) && one != typeof(ValueType) && one != typeof(Enum))
            .Select(Name)
            .ToList();
        return bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
    }

    /// <summary>A member as text; null for what the compiler makes for every record, and for the parts of properties.</summary>
    private static string? Member(MemberInfo member) =>
        member switch
        {
            _ when member.GetCustomAttribute<CompilerGeneratedAttribute>() is not null => null,
            PropertyInfo property => Property(property),
            MethodInfo { IsSpecialName: false } method =>
                $"{Static(method)}{Returned(method)} {method.Name}{Parameters("(", method.GetParameters(), ")")}",
            MethodInfo { Name: ['o', 'p', '_', ..] } method =>
                $"static {Returned(method)} {method.Name}{Parameters("(", method.GetParameters(), ")")}",
            ConstructorInfo constructor => $"new{Parameters("(", constructor.GetParameters(), ")")}",
            FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
            FieldInfo field => $"{(field.IsStatic ? "static " : "")}{Name(field.FieldType)} {field.Name}",
            _ => null,
        };

    private static string Property(PropertyInfo property)
    {
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var set = property.SetMethod is { IsPublic: true } setter
            ? IsInit(setter)
                ? " init;"
                : " set;"
            : "";
        return $"{isStatic}{required}{Name(Nullability.Create(property))} "
            + $"{property.Name}{Parameters("[", property.GetIndexParameters(), "]")} "
            + $"{{{(property.GetMethod?.IsPublic is true ? " get;" : "")}{set} }}";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Returned(MethodInfo method) => Name(Nullability.Create(method.ReturnParameter));

    private static string Parameters(string open, ParameterInfo[] parameters, string close) =>
        parameters.Length == 0 && open == "[" ? "" : open + string.Join(", ", parameters.Select(Parameter)) + close;

    private static string Parameter(ParameterInfo parameter)
    {
        var of =
            parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.IsIn ? "in "
            : "";
        return $"{of}{Name(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) =>
        parameter.DefaultValue switch
        {
            null => parameter.ParameterType.IsValueType ? "default" : "null",
            string text => $"\"{text}\"",
            bool yes => yes ? "true" : "false",
            var value => $"{value}",
        };

    private static string Name(NullabilityInfo info)
    {
        var type = info.Type;
        var name =
            Nullable.GetUnderlyingType(type) is { } value ? Name(value)
            : type.IsArray && info.ElementType is { } element ? $"{Name(element)}[]"
            : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>"
            : Name(type);
        return info.ReadState == NullabilityState.Nullable && type != typeof(void) ? $"{name}?" : name;
    }

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
}
