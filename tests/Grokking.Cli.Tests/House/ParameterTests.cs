using System.Reflection;
using System.Runtime.CompilerServices;
using Grokking.Curves;
using Grokking.LinearEstimators.Parameters;

namespace Grokking.Cli.Tests.House;

/// <summary>No public parameter takes NaN, whether a record is made or copied.</summary>
public sealed class ParameterTests
{
    public static TheoryData<string> Numbers => [.. Parameters()];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_that_is_none_is_refused_by_name(string parameter)
    {
        var (type, property) = (parameter.Split('.')[0], parameter.Split('.')[1]);
        Type record = ParameterRecords().Single(one => one.Name == type);
        object blank = RuntimeHelpers.GetUninitializedObject(record);
        foreach (double none in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var refusal = Assert.IsType<ArgumentOutOfRangeException>(
                Assert
                    .Throws<TargetInvocationException>(() =>
                        record.GetProperty(property)!.SetValue(blank, none)
                    )
                    .InnerException
            );
            Assert.Equal(property, refusal.ParamName);
            Assert.StartsWith($"{property} is {none}; allowed: ", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_numbers_of_the_paper_are_among_them() =>
        Assert.Superset(
            new HashSet<string> { "SampleRatio", "LearningRate", "WeightDecay", "Epsilon", "Level" },
            Parameters().Select(parameter => parameter.Split('.')[1]).ToHashSet()
        );

    private static IEnumerable<string> Parameters() =>
        ParameterRecords()
            .SelectMany(type =>
                type.GetProperties()
                    .Where(property => property.PropertyType == typeof(double) && IsSettable(property))
                    .Select(property => $"{type.Name}.{property.Name}")
            );

    private static IEnumerable<Type> ParameterRecords() =>
        Source
            .TypesOf(Source.Core)
            .Where(type => type.IsPublic && type.IsClass)
            .Where(type =>
                type.Namespace == typeof(OneLayerParameters).Namespace || type == typeof(ColumnTolerance)
            );

    private static bool IsSettable(PropertyInfo property) => property.SetMethod is { IsPublic: true };
}
