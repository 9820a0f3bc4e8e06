import BookStorage
import LedgerCore
import LedgerTesting
import Rows
import TestSupport
import Testing

@testable import SQLiteStorage

/// Totals near and beyond 64 bits, in the order of chance.
@Suite struct LargeTotalTests {
  @Test func `a total is exact whatever is added, in whatever batches`() throws {
    var random = SeededGenerator(for: "totals near 64 bits")
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    let most = Int128(Sale.maximumMicros)
    var (sum, number) = (Int128(0), 0)
    for _ in 0..<12 {
      var batch: [Sale] = []
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let small = Int128(Int64.random(in: -1_000...1_000, using: &random))
        let micros = random.pick([most, -most, most - 1, 1 - most, small])
        number += 1
        sum += micros
        batch.append(
          try sale(order: "\(number)", .adjustment, quantity: 0, micros: micros))
      }
      _ = try ledger.record(batch, as: draft())
      let totals = try ledger.totals(
        TotalsRequest(market: uk, period: .always, sales: .eventQuarters, products: true))
      #expect(totals.events.flatMap(\.sales).map(\.adjusted) == [sum])
      #expect(totals.sales.map(\.totals.adjusted) == [sum])
      #expect(totals.products.map(\.totals.adjusted) == [sum])
      let net = Money(micros: sum, currency: gbp)
      #expect(
        try ledger.connection.texts("SELECT net_text FROM event_summary") == [net.exactText])
      for view in ["event_summary", "product_summary", "market_month"] {
        let shown = try ledger.connection.all("SELECT net FROM \(view)")
        guard case .real(let number)? = shown.first?.first else {
          Issue.record("\(view) has no number")
          continue
        }
        #expect(abs(number * 1e6 - Double(sum)) <= Double(sum.magnitude) * 1e-14, "\(view)")
      }
    }
    #expect(try ledger.verify(VerificationPlan()).isSound)
  }
}
