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

  @Test func `no promise is left out or made twice`() {
    #expect(Set(Contract.all.map(\.text)).count == Contract.all.count)
  }
}
