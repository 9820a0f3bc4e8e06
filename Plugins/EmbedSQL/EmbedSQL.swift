import Foundation
import PackagePlugin

/// Compiles the files of `Migrations/SQLite` into a target, as string literals.
///
/// SwiftPM's own embedding writes arrays of numbers, which the compiler takes minutes for.
@main struct EmbedSQL: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "Migrations/SQLite")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sql") }.sorted().map { folder.appending(path: $0) }
    let source = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) files of SQL",
        executable: try context.tool(named: "embed-sql").url,
        arguments: [source.path] + files.map(\.path), inputFiles: files, outputFiles: [source])
    ]
  }
}
