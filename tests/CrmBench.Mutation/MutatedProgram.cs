using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrmBench.Mutation;

/// <summary>The libraries of the program with all faults in them, compiled beside the tests that are to find them.</summary>
internal static class MutatedProgram
{
    private const int MostRounds = 20;

    private static readonly string[] Projects = ["CrmBench.Core", "CrmBench.Data"];

    private static readonly CSharpParseOptions Language =
        new(LanguageVersion.CSharp14, DocumentationMode.None, preprocessorSymbols: ["NET", "NET10_0", "NET10_0_OR_GREATER", "RELEASE"]);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable, reportSuppressedDiagnostics: false, generalDiagnosticOption: ReportDiagnostic.Suppress);

    // In Core, so that both libraries see it; the tests' runner sets it.
    private const string SwitchSource =
        """
        namespace CrmBench.Mutation
        {
            public static class Switch
            {
                public static int Active = int.Parse(System.Environment.GetEnvironmentVariable("MUTANT") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);
                public static bool[] Reached = [];

                public static bool Is(int mutant)
                {
                    if (Reached.Length > 0)
                    {
                        Reached[mutant] = true;
                    }

                    return mutant == Active;
                }
            }
        }
        """;

    /// <summary>Compiles the libraries with all faults, over those in a folder of built tests.</summary>
    /// <param name="root">Full path of the repository; its tests were built.</param>
    /// <param name="bin">The folder with a copy of the built tests.</param>
    /// <param name="mutated">Whether a source, by its path from the root, gets faults.</param>
    /// <returns>The faults that compile.</returns>
    public static List<Mutant> Make(string root, string bin, Func<string, bool> mutated)
    {
        var mutants = new List<Mutant>();
        var next = 0;
        foreach (var project in Projects)
        {
            var sources = Sources(root, project).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Language, path)).ToArray();
            SyntaxTree[] all = project == Projects[0] ? [.. sources, CSharpSyntaxTree.ParseText(SwitchSource, Language, "Switch.cs")] : sources;
            var original = CSharpCompilation.Create(project, all, References(bin, project), Options);
            var dropped = new HashSet<int>();
            for (var round = 1; ; round++)
            {
                var found = new List<Mutant>();
                var changed = original;
                foreach (var tree in sources)
                {
                    var path = Path.GetRelativePath(root, tree.FilePath).Replace('\\', '/');
                    if (path.Contains("/obj/", StringComparison.Ordinal) || !mutated(path))
                    {
                        continue;
                    }

                    var rewriter = new MutantRewriter(path, original.GetSemanticModel(tree), next + found.Count, dropped);
                    var rewritten = rewriter.Visit(tree.GetRoot())!;
                    changed = changed.ReplaceSyntaxTree(tree, CSharpSyntaxTree.Create((CSharpSyntaxNode)rewritten, Language, tree.FilePath));
                    found.AddRange(rewriter.Mutants);
                }

                using var image = new MemoryStream();
                var result = changed.Emit(image);
                Diagnostic[] errors = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{project}: {found.Count} faults, {dropped.Count} of them dropped, {errors.Length} errors"));
                if (errors.Length == 0)
                {
                    File.WriteAllBytes(Path.Combine(bin, project + ".dll"), image.ToArray());
                    mutants.AddRange(found.Where(mutant => !dropped.Contains(mutant.Number)));
                    next += found.Count;
                    break;
                }

                var before = dropped.Count;
                dropped.UnionWith(errors.SelectMany(Guilty));
                if (round == MostRounds || dropped.Count == before)
                {
                    throw new InvalidOperationException($"{project} does not compile:\n{string.Join('\n', errors.Take(20).Select(error => error.ToString()))}");
                }
            }
        }

        return mutants;
    }

    private static IEnumerable<string> Sources(string root, string project)
    {
        var folder = Path.Combine(root, "src", project);
        var own = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).StartsWith("bin", StringComparison.Ordinal) && !Path.GetRelativePath(folder, path).StartsWith("obj", StringComparison.Ordinal));
        return own.Concat(Directory.EnumerateFiles(Path.Combine(folder, "obj", "Release", "net10.0"), "*.cs")).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<MetadataReference> References(string bin, string project)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var files = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == framework);
        return (project == Projects[0] ? files : [.. files, Path.Combine(bin, "CsvHelper.dll"), Path.Combine(bin, Projects[0] + ".dll")])
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    /// <summary>The faults that an error comes from: the one it stands in, those in the statement, or those in the member.</summary>
    private static IEnumerable<int> Guilty(Diagnostic error)
    {
        var root = error.Location.SourceTree!.GetRoot();
        var place = root.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var member = place.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();

        // A name that is not there, or not sure to be: the fault is around what gives it a value.
        if (error.Id is "CS0165" or "CS0103" or "CS0841" or "CS0136" or "CS0128" && NameAt(root, error.Location.SourceSpan) is { } name)
        {
            var guilty = member.DescendantNodes()
                .Where(node => (node is SingleVariableDesignationSyntax named && named.Identifier.Text == name)
                    || (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } && assigned.Identifier.Text == name))
                .SelectMany(node => node.AncestorsAndSelf().TakeWhile(around => around != member).SelectMany(Marks))
                .ToHashSet();
            if (guilty.Count > 0)
            {
                return guilty;
            }
        }

        var statement = place.AncestorsAndSelf().FirstOrDefault(node => node is StatementSyntax and not BlockSyntax) ?? member;
        var around = place.AncestorsAndSelf().TakeWhile(node => node != statement.Parent).SelectMany(Marks).Take(1).ToArray();
        return around.Length > 0 ? around
            : place.DescendantNodesAndSelf().SelectMany(Marks).ToArray() is { Length: > 0 } within ? within
            : statement.DescendantNodesAndSelf().SelectMany(Marks).ToArray() is { Length: > 0 } near ? near
            : member.DescendantNodesAndSelf().SelectMany(Marks);
    }

    private static string? NameAt(SyntaxNode root, TextSpan span) => root.FindToken(span.Start) is { RawKind: (int)SyntaxKind.IdentifierToken } token ? token.Text : null;

    private static IEnumerable<int> Marks(SyntaxNode node) =>
        node.GetAnnotations(MutantRewriter.Mark).Select(mark => int.Parse(mark.Data!, CultureInfo.InvariantCulture));
}
