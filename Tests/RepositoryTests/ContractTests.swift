import Foundation
import LedgerTesting
import Testing

/// The contract of every storage, checked with the model and with SQLite.
@Suite struct ContractTests {
  @Test(arguments: Backend.all, Contract.events)
  func events(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.amendments)
  func amendments(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.audienceCounts)
  func audienceCounts(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.viewing)
  func viewing(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.curves)
  func curves(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.sales)
  func sales(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.saleExtents)
  func saleExtents(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.reportedTotals)
  func reportedTotals(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.claims)
  func claims(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.surveys)
  func surveys(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.rates)
  func rates(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.memberships)
  func memberships(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.targets)
  func targets(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.settings)
  func settings(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.coverages)
  func coverages(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.sameShows)
  func sameShows(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.marks)
  func marks(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.aliases)
  func aliases(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.credits)
  func credits(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.names)
  func names(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.entries)
  func entries(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.receipts)
  func receipts(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.sameReceipts)
  func sameReceipts(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.voids)
  func voids(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.findings)
  func findings(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.recordedTwice)
  func recordedTwice(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.forgetting)
  func forgetting(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.snapshots)
  func snapshots(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.transactions)
  func transactions(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test(arguments: Backend.all, Contract.capabilities)
  func capabilities(backend: Backend, promise: Promise) throws { try promise.check(backend) }

  @Test func `no promise is made twice`() {
    #expect(Set(Contract.all.map(\.text)).count == Contract.all.count)
  }

  /// Lists of promises are written out by hand, in the contract and here.
  @Test func `no list of promises is left out`() throws {
    let tests = URL(fileURLWithPath: #filePath)
    let folder = tests.deletingLastPathComponent()
      .appending(path: "../../Sources/LedgerTesting/Contract").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let sources = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    let lists = sources.flatMap { source in
      source.matches(of: /static let (\w+): \[Promise\]/).map { String($0.output.1) }
    }
    let own = try String(contentsOf: tests, encoding: .utf8)
    #expect(lists.count > 20)
    for list in lists where list != "all" {
      #expect(own.contains("Contract.\(list))"), "\(list)")
    }
    let promises = try sources.reduce(0) { $0 + $1.matches(of: try Regex("Promise\\(\"")).count }
    #expect(Contract.all.count >= promises)
  }
}
