using System.Collections.Immutable;
using CrmBench.Site.Rendering;

namespace CrmBench.Site.Pages;

/// <summary>What a heading opens to: what its dimension is, in which unit, in which tiers, made by whom, from which sources.</summary>
[TemplateModel]
internal sealed partial record DimensionAbout(
    string Id,
    string Name,
    string Description,
    string Unit,
    string Better,
    string? Metrics,
    ImmutableArray<GradeText> Grades,
    string? Tiers,
    string? Method,
    ImmutableArray<SourceLine> Sources,
    int MoreSources,
    string Methodology,
    string Anchor);
