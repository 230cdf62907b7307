using Grokking.Figures;
using Grokking.Figures.LinearEstimators;
using Grokking.LinearEstimators.Studies;

namespace Grokking.Cli.Tests.House;

/// <summary>Every figure is listed once, and every profile has just the studies that figures draw.</summary>
public sealed class FigureListTests
{
    private static IReadOnlyList<IFigure> Listed => LinearEstimatorsFigures.All;

    public static TheoryData<string> Profiles => [.. Profile.All.Select(profile => profile.Name)];

    [Fact]
    public void Every_figure_is_listed_exactly_once_and_has_a_number_of_its_own()
    {
        Type[] written =
        [
            .. Source
                .TypesOf(Source.Figures)
                .Where(type => !type.IsAbstract && typeof(IFigure).IsAssignableFrom(type)),
        ];
        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            Listed.Select(figure => figure.GetType().Name).Order(StringComparer.Ordinal)
        );
        Assert.Distinct(Listed.Select(figure => figure.Number));
        Assert.All(Listed, figure => Assert.Equal($"Figure{figure.Number}", figure.GetType().Name));
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_profile_has_exactly_one_study_for_every_figure(string name)
    {
        Profile profile = Profile.All.Single(one => one.Name == name);
        Assert.All(
            Listed,
            figure => Assert.Single(profile.Studies, study => study.ResultType == figure.ResultType)
        );
        Assert.Distinct(profile.Studies.Select(study => study.Id));
    }

    [Fact]
    public void Profiles_differ_in_sizes_alone() =>
        Assert.All(
            Profile.All,
            profile =>
                Assert.Equal(
                    Profile.All[0].Studies.Select(study => (study.Id, study.GetType())),
                    profile.Studies.Select(study => (study.Id, study.GetType()))
                )
        );
}
