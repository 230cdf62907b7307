using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Grokking.Cli.Tests.House;
using Grokking.LinearAlgebra;

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
        foreach (MethodBase maker in Makers(type))
        {
            PropertyInfo[] properties = maker is ConstructorInfo ? [.. HostileValues.Settable(type)] : [];
            int tried = 0;
            // One seed makes one set of arguments, so that a failure can be repeated from what FsCheck prints.
            Prop.ForAll(
                    Gen.Choose(0, int.MaxValue).ToArbitrary(),
                    seed =>
                    {
                        var random = new Random(seed);
                        if (Arguments(maker, random) is not { } arguments)
                            return; // nothing that its parameters accept was found: says nothing about it
                        tried++;
                        AssertMadeOrRefused(
                            $"{maker.Name} of {name}({string.Join(", ", arguments)})",
                            () =>
                            {
                                object? made = Make(maker, arguments);
                                foreach (PropertyInfo property in properties)
                                    property.SetValue(
                                        made,
                                        HostileValues.Some(property.PropertyType, random, HostileValues.Depth)
                                    );
                            }
                        );
                    }
                )
                .Check(Seeded);
            Assert.True(tried > 0, $"no arguments were found for {maker}");
        }
    }

    /// <summary>What its documentation refuses a constructor or a factory refuses, though everything else is sound.</summary>
    [Fact]
    public void NaN_is_refused_as_an_argument_wherever_the_documentation_says_so()
    {
        (MethodBase Maker, ParameterInfo Parameter)[] documented =
        [
            .. Creatable()
                .SelectMany(Makers)
                .Where(RefusesNaN)
                .SelectMany(maker => maker.GetParameters().Select(one => (maker, one)))
                .Where(pair => NaNFor(pair.one.ParameterType) is not null),
        ];
        Assert.True(documented.Length >= 5, string.Join(", ", documented));
        foreach (var (maker, parameter) in documented)
        {
            object?[] arguments = Accepted(maker);
            arguments[parameter.Position] = NaNFor(parameter.ParameterType);
            var refusal = Assert.Throws<TargetInvocationException>(() => Make(maker, arguments));
            Assert.IsAssignableFrom<ArgumentException>(refusal.InnerException);
        }
    }

    private static object? NaNFor(Type type) =>
        type == typeof(double) ? double.NaN
        : type.IsAssignableFrom(typeof(double[])) ? new[] { 1, double.NaN }
        : null;

    [Fact]
    public void NaN_is_refused_as_a_property_wherever_the_documentation_says_so()
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
        Documentation()
            .Where(MentionsNaN)
            .Select(member => (string)member.Attribute("name")!)
            .Where(name => name.StartsWith("P:", StringComparison.Ordinal))
            .Select(name => name[2..]);

    private static IEnumerable<XElement> Documentation() =>
        XDocument.Load(Path.ChangeExtension(Source.Core.Location, ".xml")).Descendants("member");

    private static bool MentionsNaN(XElement member) =>
        member.Elements("exception").Any(one => one.Value.Contains("NaN", StringComparison.Ordinal));

    private static void AssertMadeOrRefused(string what, Action make)
    {
        try
        {
            make();
        }
        catch (HostileValues.UnluckyException)
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
            .Where(type => type is { IsVisible: true, IsGenericType: false, IsEnum: false })
            .Where(type =>
                !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type)
            )
            .Where(type => Makers(type).Any());

    /// <summary>The public constructors of a type, and its factories: static methods that return it.</summary>
    private static IEnumerable<MethodBase> Makers(Type type) =>
        (type.IsAbstract ? [] : type.GetConstructors().Cast<MethodBase>())
            .Concat(
                type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Where(method => method is { IsSpecialName: false, IsGenericMethod: false })
                    .Where(method => method.ReturnType == type)
            )
            .Where(maker =>
                Array.TrueForAll(
                    maker.GetParameters(),
                    parameter => HostileValues.CanHave(parameter.ParameterType, HostileValues.Depth)
                )
            );

    private static object?[]? Arguments(MethodBase maker, Random random)
    {
        try
        {
            return
            [
                .. maker
                    .GetParameters()
                    .Select(one => HostileValues.Some(one.ParameterType, random, HostileValues.Depth)),
            ];
        }
        catch (HostileValues.UnluckyException)
        {
            return null;
        }
    }

    private static object? Make(MethodBase maker, object?[] arguments) =>
        maker is ConstructorInfo constructor ? constructor.Invoke(arguments) : maker.Invoke(null, arguments);

    private static object?[] Accepted(MethodBase maker)
    {
        for (int seed = 0; seed < 10_000; seed++)
            try
            {
                if (Arguments(maker, new Random(seed)) is { } arguments && Make(maker, arguments) is not null)
                    return arguments;
            }
            catch (TargetInvocationException)
            {
                // refused: another attempt
            }
        throw new InvalidOperationException($"{maker} accepts nothing");
    }

    private static bool RefusesNaN(MethodBase maker)
    {
        string name =
            $"M:{maker.DeclaringType!.FullName}.{(maker is ConstructorInfo ? "#ctor" : maker.Name)}(";
        return Documentation()
            .Where(member => ((string)member.Attribute("name")!).StartsWith(name, StringComparison.Ordinal))
            .Where(member => member.Elements("param").Count() == maker.GetParameters().Length)
            .Any(MentionsNaN);
    }
}
