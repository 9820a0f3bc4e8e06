import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of a show's audience from count to count.
  public static let curves: [Promise] = [
    Promise("a curve has the current counts in the order of time, or those of the past") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record(
        [count(3, at: "2021-12-08T18:02Z"), count(1), count(7, of: .views)], as: draft())
      _ = try ledger.record([count(2, at: "2021-12-08T18:01Z")], as: draft())
      _ = try ledger.record([count(9)], as: draft(), onConflict: .restate)
      let key = try EventKey("a")
      #expect(try ledger.curve(of: key, asOf: nil).points.map(\.count) == [9, 2, 3])
      #expect(try ledger.curve(of: key, asOf: 2).points.map(\.count) == [1, 3])
      #expect(try ledger.curve(of: EventKey("b"), asOf: nil).points.isEmpty)
      #expect(try ledger.curve(of: EventKey("none"), asOf: nil).points.isEmpty)
    },

    Promise("a show that was taken back has its curve in the past, and another of its key its own")
    { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([count(1), count(3, at: "2021-12-08T18:02Z")], as: draft())
      for entry: Int64 in [2, 1] { _ = try ledger.void(entry, reason: "not so", as: draft()) }
      try ledger.recordEvents("a")
      _ = try ledger.record([count(8)], as: draft())
      let key = try EventKey("a")
      #expect(try ledger.curve(of: key, asOf: 2).points.map(\.count) == [1, 3])
      #expect(try ledger.curve(of: key, asOf: 4).points.isEmpty)
      #expect(try ledger.curve(of: key, asOf: nil).points.map(\.count) == [8])
    },
  ]
}
