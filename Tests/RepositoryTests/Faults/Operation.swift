import LedgerCore
import LedgerTesting
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Something that is done to the scenario's book.
struct Operation: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let run: @Sendable (SQLiteLedger) throws -> Void

  static let all = [
    Operation(testDescription: "recording one event") { ledger in
      _ = try ledger.record([event("new", brands: ["x"])], as: draft())
    },
    Operation(testDescription: "recording counts") { ledger in
      let counts = try (0..<110).map { number in
        try count(Int64(number), of: .likes, at: "2021-12-08T18:00:00.\(100 + number)Z")
      }
      _ = try ledger.record(counts, as: draft())
    },
    sales,
    Operation(testDescription: "recording an event, its counts and its sales together") { ledger in
      try ledger.together {
        _ = try ledger.record([event("new")], as: draft())
        _ = try ledger.record([count(1, event: "new")], as: draft())
        _ = try ledger.record([sale(order: "new", event: "new")], as: draft())
      } isKept: { _ in
        true
      }
    },
    Operation(testDescription: "voiding an entry") { ledger in
      _ = try ledger.void(4, reason: "x", as: draft())
    },
    Operation(testDescription: "restating a count") { ledger in
      _ = try ledger.record([count(3)], as: draft(), onConflict: .restate)
    },
  ]

  static let sales = Operation(testDescription: "recording sales") { ledger in
    let sales = try (0..<40).map { try sale(order: "n\($0)", line: Int64($0 % 3)) }
    _ = try ledger.record(sales, as: draft())
  }
}
