// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "library",
  dependencies: [.package(name: "ledger", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "library", dependencies: [.product(name: "LedgerKit", package: "ledger")])
  ]
)
