using System.Runtime.InteropServices;

namespace Grokking.LinearAlgebra;

/// <summary>The entry points of OpenBLAS that are used, and where the library is looked for.</summary>
/// <remarks>
/// Only the usual build with 32-bit integers is called. Fortran passes the length of each string argument
/// at the end, by value; OpenBLAS' LAPACK is compiled Fortran, so the lengths are given.
/// </remarks>
internal static partial class OpenBlasNative
{
    public const int RowMajor = 101;
    public const int NotTransposed = 111;
    public const int Transposed = 112;
    public const int UpperTriangle = 121;

    private const string Library = "openblas";

    private static readonly string[] Names =
    [
        "libopenblas.so.0",
        "libopenblas.so",
        "libopenblas.dylib",
        "libopenblas.dll",
        "openblas",
    ];

    private static readonly nint Handle = Find();

    // One resolver for the assembly; every name but ours is left to the default search.
    static OpenBlasNative() =>
        NativeLibrary.SetDllImportResolver(
            typeof(OpenBlasNative).Assembly,
            (name, _, _) => string.Equals(name, Library, StringComparison.Ordinal) ? Handle : 0
        );

    /// <summary>Null if every entry point is there, otherwise why the library cannot be used.</summary>
    public static string? Obstacle()
    {
        if (Handle == 0)
            return $"OpenBLAS was not found under any of the names {string.Join(", ", Names)}";
        string[] missing =
        [
            .. EntryPoints().Where(entryPoint => !NativeLibrary.TryGetExport(Handle, entryPoint, out _)),
        ];
        return missing.Length == 0 ? null : $"The OpenBLAS found lacks {string.Join(", ", missing)}";
    }

    private static nint Find()
    {
        foreach (string name in Names)
        {
            if (NativeLibrary.TryLoad(name, typeof(OpenBlasNative).Assembly, null, out nint handle))
                return handle;
        }
        return 0;
    }

    private static string[] EntryPoints() =>
        [
            "cblas_dgemm",
            "cblas_dgemv",
            "cblas_dsyrk",
            "dsyevd_",
            "dsytrd_",
            "dgeqrf_",
            "openblas_set_num_threads",
            "openblas_get_config",
            "openblas_get_corename",
        ];

    /// <summary>The version, e.g. "0.3.21": the second word of "OpenBLAS 0.3.21 DYNAMIC_ARCH …".</summary>
    public static string Version() => Text(Config()).Split(' ') is [_, var version, ..] ? version : "unknown";

    /// <summary>The kernel that was chosen for this processor, e.g. "Haswell".</summary>
    public static string Kernel() => Text(CoreName());

    private static string Text(nint characters) => Marshal.PtrToStringUTF8(characters) ?? "unknown";

    [LibraryImport(Library, EntryPoint = "openblas_get_config")]
    private static partial nint Config();

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    private static partial nint CoreName();

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    public static partial void SetThreads(int count);

    [LibraryImport(Library, EntryPoint = "cblas_dgemm")]
    public static partial void Dgemm(
        int order,
        int transposeA,
        int transposeB,
        int m,
        int n,
        int k,
        double alpha,
        in double a,
        int strideA,
        in double b,
        int strideB,
        double beta,
        ref double c,
        int strideC
    );

    [LibraryImport(Library, EntryPoint = "cblas_dgemv")]
    public static partial void Dgemv(
        int order,
        int transposeA,
        int rows,
        int columns,
        double alpha,
        in double a,
        int strideA,
        in double x,
        int strideX,
        double beta,
        ref double y,
        int strideY
    );

    [LibraryImport(Library, EntryPoint = "cblas_dsyrk")]
    public static partial void Dsyrk(
        int order,
        int triangle,
        int transposeA,
        int n,
        int k,
        double alpha,
        double[] a,
        int strideA,
        double beta,
        double[] c,
        int strideC
    );

    [LibraryImport(Library, EntryPoint = "dsyevd_")]
    public static partial void Dsyevd(
        in byte job,
        in byte triangle,
        in int n,
        double[] a,
        in int strideA,
        double[] eigenvalues,
        double[] work,
        in int workLength,
        int[] integerWork,
        in int integerWorkLength,
        out int info,
        nint jobLength,
        nint triangleLength
    );

    [LibraryImport(Library, EntryPoint = "dsytrd_")]
    public static partial void Dsytrd(
        in byte triangle,
        in int n,
        double[] a,
        in int strideA,
        double[] diagonal,
        double[] beside,
        double[] reflectors,
        double[] work,
        in int workLength,
        out int info,
        nint triangleLength
    );

    [LibraryImport(Library, EntryPoint = "dgeqrf_")]
    public static partial void Dgeqrf(
        in int rows,
        in int columns,
        double[] a,
        in int strideA,
        double[] reflectors,
        double[] work,
        in int workLength,
        out int info
    );
}
