// swift-tools-version: 6.2
import PackageDescription

// A package of its own: nothing of it is built with the program.
let package = Package(
  name: "grdb-insert",
  platforms: [.macOS(.v13)],
  dependencies: [.package(url: "https://github.com/groue/GRDB.swift", from: "7.9.0")],
  targets: [
    .executableTarget(
      name: "grdb-insert", dependencies: [.product(name: "GRDB", package: "GRDB.swift")])
  ]
)
