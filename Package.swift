// swift-tools-version: 6.2
import PackageDescription

// New warnings of a newer compiler must not break the build; `scripts/test` is stricter.
let warnings: [SwiftSetting] =
  Context.environment["WARNINGS_AS_ERRORS"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  warnings + [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

// What `scripts/release` says the program is built from.
let commit: [CSetting] = ["LEDGER_COMMIT", "LEDGER_COMMIT_TIME"].compactMap { name in
  Context.environment[name].map { .define(name, to: "\"\($0)\"") }
}

// Only `scripts/fuzz` builds this target, with libFuzzer's instrumentation.
let fuzzers: [Target] =
  Context.environment["LEDGER_FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "FuzzDriver", dependencies: ["Fuzz"], path: "Tests/FuzzDriver",
      swiftSettings: settings)
  ]

let package = Package(
  name: "ledger",
  products: [
    .executable(name: "ledger", targets: ["ledger"]),
    .library(
      name: "LedgerKit",
      targets: ["LedgerKit", "LedgerCore", "LedgerImport", "LedgerRenderings"]),
    .library(name: "LedgerTesting", targets: ["LedgerTesting"]),
  ],
  traits: [
    .trait(
      name: "CommandLine",
      description: "The program `ledger`, which needs swift-argument-parser and a line editor."),
    .default(enabledTraits: ["CommandLine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // C libraries, as the system provides them.
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // What Linux knows of files and Swift does not import.
    .systemLibrary(name: "CFile"),
    // How glibc keeps memory.
    .systemLibrary(name: "CMemory"),
    // The commit that the program is built from, and what it needs where /proc is not mounted.
    .target(name: "CBuild", cSettings: commit),

    // What engines have in common: values, rows, errors. Knows nothing of the ledger.
    .target(name: "Rows", swiftSettings: settings),

    // SQLite in Swift: connections and statements. Knows nothing of the ledger.
    .target(name: "SQLite", dependencies: ["CSQLite", "Rows", "Threads"], swiftSettings: settings),

    // SHA-256 of bytes.
    .target(name: "Digest", dependencies: ["CCrypto"], swiftSettings: settings),

    // A thread that produces values for another thread.
    .target(name: "Threads", swiftSettings: settings),

    // The domain: value types, metrics, reports, and the protocols of the repositories.
    .target(name: "LedgerCore", swiftSettings: settings),

    // The book, whatever engine keeps its rows: tables, recording, queries, digests, verification.
    .target(
      name: "BookStorage", dependencies: ["Digest", "LedgerCore", "Rows", "Threads"],
      swiftSettings: settings),

    // A book kept in SQLite, with the steps of its schema from `Migrations`.
    .target(
      name: "SQLiteStorage",
      dependencies: ["BookStorage", "CFile", "LedgerCore", "Rows", "SQLite", "Threads"],
      swiftSettings: settings, plugins: ["EmbedSQL"]),
    .plugin(name: "EmbedSQL", capability: .buildTool(), dependencies: ["embed-sql"]),
    .executableTarget(name: "embed-sql", path: "Plugins/embed-sql", swiftSettings: settings),

    // CSV, JSON Lines and XLSX as streams. Knows nothing of the ledger.
    .target(name: "Tabular", dependencies: ["CExpat", "CZlib"], swiftSettings: settings),

    // Turns columns into facts: mappings, profiles, rejected rows.
    .target(
      name: "LedgerImport",
      dependencies: [
        "LedgerCore", "Tabular", "Threads", .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: [
        .embedInCode("Profiles"), .embedInCode("Policies"), .embedInCode("Vocabulary"),
      ],
      swiftSettings: settings),

    // For those who write a storage: the contract, a model that keeps it, random histories.
    .target(
      name: "LedgerTesting", dependencies: ["Digest", "LedgerCore", "TestSupport"],
      swiftSettings: settings),

    // Reports, lists and answers as text, CSV, JSON, Markdown, HTML and SVG.
    .target(
      name: "LedgerRenderings", dependencies: ["LedgerCore", "Tabular"], swiftSettings: settings),

    // The door of the library: books by their place, and reports, imports and queries in words.
    .target(
      name: "LedgerKit",
      dependencies: [
        "CBuild", "Digest", "LedgerCore", "LedgerImport", "LedgerRenderings", "SQLiteStorage",
        "Tabular",
      ], swiftSettings: settings),

    // Terminals, their signals and line editing, pagers. Knows nothing of the ledger.
    .target(name: "Terminal", dependencies: ["CEdit", "CMemory"], swiftSettings: settings),

    // The command line.
    .executableTarget(
      name: "ledger",
      dependencies: [
        "LedgerCore", "LedgerImport", "LedgerKit", "LedgerRenderings", "Terminal",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["CommandLine"])),
      ],
      swiftSettings: settings),

    // Seeds and scratch files, for tests of any target. Knows nothing of the ledger.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

    .testTarget(
      name: "LedgerCoreTests", dependencies: ["LedgerCore", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LedgerImportTests",
      dependencies: ["LedgerCore", "LedgerImport", "Tabular", "TestSupport"],
      exclude: ["Exports"],
      swiftSettings: settings),
    .testTarget(
      name: "LedgerKitTests",
      dependencies: [
        "LedgerCore", "LedgerImport", "LedgerKit", "LedgerRenderings", "LedgerTesting",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TabularTests", dependencies: ["Tabular", "TestSupport"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),
    .testTarget(
      name: "RenderingTests", dependencies: ["LedgerCore", "LedgerRenderings", "Tabular"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "LedgerCore", "LedgerImport", "LedgerKit", "LedgerRenderings", "SQLiteStorage", "Tabular",
        "ledger",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["Transcripts"],
      swiftSettings: settings),
    .testTarget(
      name: "SQLiteTests", dependencies: ["Rows", "SQLite", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: settings),
    // SQLite's default VFS, except that one write, truncate or sync fails.
    .target(name: "CFaultyVFS", dependencies: ["CSQLite"], path: "Tests/CFaultyVFS"),
    // SQLite's default VFS, plus a journal of every change to a file.
    .target(name: "CJournalVFS", dependencies: ["CSQLite"], path: "Tests/CJournalVFS"),
    .testTarget(
      name: "RepositoryTests",
      dependencies: [
        "BookStorage", "CFaultyVFS", "CJournalVFS", "LedgerCore", "LedgerTesting", "Rows", "SQLite",
        "SQLiteStorage", "TestSupport",
      ],
      exclude: ["QueryPlans.txt"], swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
    // Properties that hold for any bytes: the tests feed a corpus, libFuzzer feeds generated input.
    .target(
      name: "Fuzz", dependencies: ["LedgerCore", "LedgerImport", "SQLiteStorage", "Tabular"],
      path: "Tests/Fuzz",
      swiftSettings: settings),
    .testTarget(
      name: "FuzzTests", dependencies: ["Fuzz"], exclude: ["Corpus"], swiftSettings: settings),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)

// Only for Benchmarks/run.
if Context.environment["BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "commits", dependencies: ["LedgerCore", "SQLiteStorage"], path: "Benchmarks/commits",
      swiftSettings: settings))
}

// Only for scripts/sanitize: the targets nearest to C, memory and threads, with their tests.
if Context.environment["LEDGER_SANITIZE"] != nil {
  let near = ["Digest", "Rows", "SQLite", "Tabular", "TestSupport", "Threads"]
  package.products = []
  package.dependencies = []
  package.targets.removeAll { target in
    target.type != .system && !near.contains { [$0, "\($0)Tests"].contains(target.name) }
  }
}
