using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Grokking.Cli.Tests.House;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Cli.Tests.Faults;

/// <summary>
/// Every public constructor and factory of Core, with hostile values in every place: an object, or an
/// <see cref="ArgumentException"/> – never another exception, and never NaN where the documentation refuses it.
/// </summary>
public sealed class HostileValueTests
{
    private static readonly Config Seeded = Config
        .QuickThrowOnFailure.WithReplay(20231016, 13)
        .WithMaxTest(60);

    private static readonly object[] Hostile =
    [
        double.NaN,
        double.PositiveInfinity,
        double.NegativeInfinity,
        1e308,
        -1e308,
        -0.0,
        0.0,
        double.Epsilon,
        1.0,
        0.5,
        -1.0,
        0,
        -1,
        1,
        3,
        int.MaxValue,
        int.MinValue,
        0L,
        1L,
        -1L,
        long.MaxValue,
        long.MinValue,
        0UL,
        ulong.MaxValue,
        "",
        "1,5",
        new string('x', 10_000),
        "\0",
        true,
        false,
    ];

    /// <summary>How deeply objects are made of objects.</summary>
    private const int Depth = 6;

    /// <summary>Sound objects that hostile values hardly ever make, for those made of them.</summary>
    private static readonly object[] Sound =
    [
        new MarchenkoPastur(0.5).Measure(),
        new Matrix(2, 2, [1, 0, 0, 1]),
        new OneLayerParameters { SampleRatio = 0.9 },
        new AccuracyCriterion(),
        Profile.Quick.Studies.SelectMany(study => study.Experiments).OfType<OneLayerExperiment>().First(),
        Profile.Quick.Studies.SelectMany(study => study.Experiments).OfType<TwoLayerExperiment>().First(),
        (Profile.Quick.Studies[0], 1),
        LinearAlgebraChoice.Managed.Select(),
    ];

    public static TheoryData<string> Types => [.. Creatable().Select(type => type.FullName!)];

    [Fact]
    public void The_parameters_of_the_paper_are_among_them() =>
        Assert.Superset(
            new HashSet<string>
            {
                "OneLayerParameters",
                "AccuracyCriterion",
                "TwoLayerExperiment",
                "MarchenkoPastur",
                "SampleSummary",
                "Matrix",
            },
            Creatable().Select(type => type.Name).ToHashSet()
        );

    [Theory]
    [MemberData(nameof(Types))]
    public void It_is_made_or_refused(string name)
    {
        Type type = Source.Core.GetType(name)!;
        foreach (ConstructorInfo constructor in type.GetConstructors())
        {
            ParameterInfo[] parameters = constructor.GetParameters();
            PropertyInfo[] properties = [.. Settable(type)];
            int tried = 0;
            // One seed makes one set of arguments, so that a failure can be repeated from what FsCheck prints.
            Prop.ForAll(
                    Gen.Choose(0, int.MaxValue).ToArbitrary(),
                    seed =>
                    {
                        var random = new Random(seed);
                        object?[] arguments;
                        try
                        {
                            arguments =
                            [
                                .. parameters.Select(parameter =>
                                    Some(parameter.ParameterType, random, Depth)
                                ),
                            ];
                        }
                        catch (UnluckyException)
                        {
                            return; // nothing that its parameters accept was found: says nothing about it
                        }
                        tried++;
                        AssertMadeOrRefused(
                            $"new {name}({string.Join(", ", arguments)})",
                            () =>
                            {
                                object made = constructor.Invoke(arguments);
                                foreach (PropertyInfo property in properties)
                                    property.SetValue(made, Some(property.PropertyType, random, Depth));
                            }
                        );
                    }
                )
                .Check(Seeded);
            Assert.True(tried > 0, $"no arguments were found for {constructor}");
        }
    }

    [Fact]
    public void NaN_is_refused_wherever_the_documentation_says_so()
    {
        string[] documented = [.. RefusingNaN()];
        Assert.True(documented.Length >= 10, string.Join(", ", documented));
        foreach (string member in documented)
        {
            int dot = member.LastIndexOf('.');
            Type type = Source.Core.GetType(member[..dot])!;
            PropertyInfo property = type.GetProperty(member[(dot + 1)..])!;
            object blank = RuntimeHelpers.GetUninitializedObject(type);
            var refusal = Assert.Throws<TargetInvocationException>(() =>
                property.SetValue(blank, double.NaN)
            );
            Assert.IsAssignableFrom<ArgumentException>(refusal.InnerException);
        }
    }

    /// <summary>Properties whose documentation says that NaN is refused.</summary>
    private static IEnumerable<string> RefusingNaN() =>
        XDocument
            .Load(Path.ChangeExtension(Source.Core.Location, ".xml"))
            .Descendants("member")
            .Where(member => ((string)member.Attribute("name")!).StartsWith("P:", StringComparison.Ordinal))
            .Where(member =>
                member.Elements("exception").Any(one => one.Value.Contains("NaN", StringComparison.Ordinal))
            )
            .Select(member => ((string)member.Attribute("name")!)[2..]);

    private static void AssertMadeOrRefused(string what, Action make)
    {
        try
        {
            make();
        }
        catch (UnluckyException)
        {
            // nothing that it accepts was found: says nothing about it
        }
        catch (TargetInvocationException thrown)
        {
            Assert.True(
                thrown.InnerException is ArgumentException,
                $"{(what.Length > 500 ? what[..500] : what)}: {thrown.InnerException}"
            );
        }
    }

    private static IEnumerable<Type> Creatable() =>
        Source
            .TypesOf(Source.Core)
            .Where(type =>
                type.IsPublic && type is { IsAbstract: false, IsGenericType: false, IsEnum: false }
            )
            .Where(type =>
                !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
            )
            .Where(type =>
                type.GetConstructors()
                    .Any(constructor =>
                        constructor.GetParameters().All(parameter => CanHave(parameter.ParameterType, Depth))
                    )
            );

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties()
            .Where(property =>
                property.SetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0
                && CanHave(property.PropertyType, Depth)
            );

    private static bool CanHave(Type type, int depth)
    {
        try
        {
            Some(type, new Random(1), depth);
            return true;
        }
        catch (UnluckyException)
        {
            return false;
        }
    }

    /// <summary>A value of a type: hostile if it is a plain one, otherwise made of such.</summary>
    private static object? Some(Type type, Random random, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return random.Next(4) == 0 ? null : Some(inner, random, depth);
        object[] plain = [.. Hostile.Where(value => value.GetType() == type)];
        if (plain.Length > 0)
            return plain[random.Next(plain.Length)];
        if (type.IsEnum)
            return Enum.ToObject(type, random.Next(-1, 4));
        if (ElementOf(type) is { } element)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            for (int i = depth > 0 ? random.Next(4) : 0; i > 0; i--)
                list.Add(Some(element, random, depth - 1));
            if (!type.IsArray)
                return list;
            var array = Array.CreateInstance(element, list.Count);
            list.CopyTo(array, 0);
            return array;
        }
        object[] sound = [.. Sound.Where(type.IsInstanceOfType)];
        if (sound.Length > 0 && (depth == 0 || random.Next(2) == 0))
            return sound[random.Next(sound.Length)];
        return depth > 0 ? Made(type, random, depth)
            : sound.Length > 0 ? sound[0]
            : throw new UnluckyException($"{type} is nested too deeply");
    }

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition().IsAssignableFrom(typeof(List<>))
            ? type.GetGenericArguments()[0]
        : type.IsGenericType
        && type.IsInterface
        && type.GetGenericTypeDefinition()
            .FullName!.StartsWith("System.Collections.Generic.I", StringComparison.Ordinal)
        && type.GetGenericArguments().Length == 1
            ? type.GetGenericArguments()[0]
        : null;

    /// <summary>An object of Core that its own constructor accepted; others are not to be had.</summary>
    private static object Made(Type type, Random random, int depth)
    {
        Type? concrete = !type.IsAbstract
            ? type
            : Source
                .TypesOf(Source.Core)
                .FirstOrDefault(one =>
                    !one.IsAbstract && type.IsAssignableFrom(one) && one.GetConstructors().Length > 0
                );
        if (concrete is null || !Source.IsOurs(concrete) || concrete.IsGenericType)
            return Sound.FirstOrDefault(type.IsInstanceOfType)
                ?? throw new UnluckyException($"no {type} can be made");
        foreach (ConstructorInfo constructor in concrete.GetConstructors())
            for (int attempt = 0; attempt < 20; attempt++)
                try
                {
                    object made = constructor.Invoke([
                        .. constructor
                            .GetParameters()
                            .Select(one => Some(one.ParameterType, random, depth - 1)),
                    ]);
                    foreach (PropertyInfo property in Settable(concrete))
                        property.SetValue(made, Some(property.PropertyType, random, depth - 1));
                    return made;
                }
                catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException)
                {
                    // another attempt
                }
        return Sound.FirstOrDefault(type.IsInstanceOfType)
            ?? throw new UnluckyException($"no {type} was accepted");
    }

    /// <summary>No value was found for what has to be tried.</summary>
    private sealed class UnluckyException(string message) : Exception(message);
}
