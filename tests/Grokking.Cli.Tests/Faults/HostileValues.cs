using System.Collections;
using System.Reflection;
using FsCheck.Fluent;
using Grokking.Cli.Tests.House;
using Grokking.LinearAlgebra;
using Grokking.LinearEstimators.Parameters;
using Grokking.LinearEstimators.Studies;
using Grokking.LinearEstimators.Theory;

namespace Grokking.Cli.Tests.Faults;

/// <summary>Values of any type of Core: hostile where they are plain, otherwise made of such by what Core itself offers.</summary>
internal static class HostileValues
{
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
    public const int Depth = 6;

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

    public static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties()
            .Where(property =>
                property.SetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0
                && CanHave(property.PropertyType, Depth)
            );

    public static bool CanHave(Type type, int depth)
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
    public static object? Some(Type type, Random random, int depth)
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
    internal sealed class UnluckyException(string message) : Exception(message);
}
