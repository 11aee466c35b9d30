using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace ReimbursementRules.Tests.Builders;

/// <summary>The data of one example. An attribute cannot hold a decimal: amounts of yuan are written as text, such as <c>"600.01"</c>, and
/// read exactly.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ExampleAttribute(params object[] data) : DataAttribute
{
    public object[] Data => data;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [
                .. testMethod
                    .GetParameters()
                    .Zip(
                        data,
                        (parameter, value) =>
                            parameter.ParameterType == typeof(decimal) ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : value
                    ),
            ],
        ];
}
