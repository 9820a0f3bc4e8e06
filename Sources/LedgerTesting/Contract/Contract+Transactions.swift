import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of keeping all of what is recorded together, or nothing.
  public static let transactions: [Promise] = [
    Promise("what is recorded together is kept together") { backend in
      let ledger = try backend.open()
      let entries = try ledger.together { try twoEntries(in: ledger) }
      #expect(entries == [1, 2])
      #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
      #expect(try ledger.totals("a").audience.map(\.latest) == [5])
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("what is not to be kept leaves no trace") { backend in
      let (ledger, untouched) = (try backend.open(), try backend.open())
      for book in [ledger, untouched] { try book.recordEvents("first") }
      let entries = try ledger.together {
        try twoEntries(in: ledger)
      } isKept: { entries in
        entries != [2, 3]
      }
      #expect(entries == [2, 3])
      #expect(try ledger.entries(limit: nil) == untouched.entries(limit: nil))
      #expect(try ledger.events(in: nil, during: .always, limit: nil) == [event("first")])
      // The numbers and receipts of what follows are those of a book in which it never was.
      #expect(try twoEntries(in: ledger) == [2, 3])
      _ = try twoEntries(in: untouched)
      #expect(try ledger.entries(limit: nil) == untouched.entries(limit: nil))
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("sales that are recorded together say what they say one by one, or leave no trace") {
      backend in
      let (ledger, other) = (try backend.open(), try backend.open())
      for book in [ledger, other] { for key in ["a", "b"] { try book.recordEvents(key) } }
      let batches = try [
        [sale(order: "1", event: "a"), sale(order: "2", event: "b")],
        [sale(order: "1", line: 2, event: "a"), sale(order: "2", event: "b")],
        [sale(order: "1", .refund, quantity: -1, micros: -9_990_000, event: "a")],
      ]
      let entry = try draft()
      func record(in recorder: any SaleRecording) throws(LedgerError) -> [Recording<Sale>] {
        var recordings: [Recording<Sale>] = []
        for batch in batches { recordings.append(try recorder.record(batch, as: entry)) }
        return recordings
      }
      #expect(throws: LedgerError.unknownEntry(9, last: 9)) {
        try ledger.recordSales { recorder throws(LedgerError) in
          _ = try record(in: recorder)
          throw .unknownEntry(9, last: 9)
        }
      }
      #expect(try ledger.entries(limit: nil) == other.entries(limit: nil))
      let together = try ledger.recordSales { recorder throws(LedgerError) in
        try record(in: recorder)
      }
      let oneByOne = try record(in: other)
      #expect(together.map(\.outcomes) == oneByOne.map(\.outcomes))
      #expect(together.map(\.receipt) == oneByOne.map(\.receipt))
      for entry in [nil, 4] as [Int64?] {
        let totals = try ledger.totals(of: uk, during: .always, asOf: entry)
        #expect(try totals == other.totals(of: uk, during: .always, asOf: entry))
      }
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("an error keeps nothing of what was recorded before it") { backend in
      struct Failure: Error {}
      let ledger = try backend.open()
      #expect(throws: Failure.self) {
        try ledger.together {
          _ = try twoEntries(in: ledger)
          throw Failure()
        }
      }
      #expect(throws: LedgerError.unknownEntry(9, last: 2)) {
        try ledger.together {
          _ = try twoEntries(in: ledger)
          _ = try ledger.void(9, reason: "x", as: draft())
        }
      }
      #expect(try ledger.entries(limit: nil).isEmpty)
      #expect(throws: LedgerError.unknownEvent("a", near: [], count: 0)) {
        try ledger.event(EventKey("a"))
      }
    },

    Promise("a batch that fails keeps nothing of its own among others that are kept") { backend in
      let ledger = try backend.open()
      try ledger.together {
        try ledger.recordEvents("a")
        #expect(throws: LedgerError.unknownEntry(9, last: 1)) {
          _ = try ledger.void(9, reason: "x", as: draft())
        }
        _ = try ledger.record([sale(order: "3")], as: draft())
      }
      #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
      #expect(try ledger.events(in: nil, during: .always, limit: nil) == [event("a")])
      let sums = [
        SaleTotals(currency: gbp, orders: 1, paidOrders: 1, lines: 1, units: 1, gross: 9_990_000)
      ]
      #expect(try ledger.totals(of: uk, during: .always).credited == sums)
      #expect(try ledger.totals(of: uk, during: .always, asOf: 2).credited == sums)
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("what is recorded together is seen by whoever records it, also in a reading") {
      backend in
      let ledger = try backend.open()
      try ledger.together {
        #expect(try ledger.entries(limit: nil).isEmpty)
        _ = try twoEntries(in: ledger)
        #expect(try ledger.reading { try ledger.entries(limit: nil).map(\.number) } == [2, 1])
        _ = try ledger.void(2, reason: "x", as: draft())
        #expect(try ledger.totals("a").audience.isEmpty)
      }
      #expect(try ledger.entries(limit: nil).map(\.voidedBy) == [nil, 3, nil])
    },

    Promise("what is recorded together cannot begin within a reading or another such call") {
      backend in
      let ledger = try backend.open()
      let error = #expect(throws: LedgerError.self) {
        try ledger.reading { try ledger.together { try ledger.recordEvents("a") } }
      }
      #expect(error?.code == .refused)
      #expect(throws: LedgerError.self) {
        try ledger.together {
          try ledger.recordEvents("b")
          try ledger.together { try ledger.recordEvents("c") }
        }
      }
      #expect(try ledger.entries(limit: nil).isEmpty)
      try ledger.together { try ledger.recordEvents("d") }
      #expect(try ledger.entries(limit: nil).map(\.number) == [1])
    },

    Promise("others see what is recorded together when it is kept, and do not record before") {
      backend in
      guard let (ledger, other) = try backend.openTwice?() else { return }
      try ledger.together {
        try ledger.recordEvents("a")
        let error = #expect(throws: LedgerError.self) { try other.recordEvents("b") }
        #expect(error?.code == .busy)
        #expect(try other.entries(limit: nil).isEmpty)
      }
      #expect(try other.entries(limit: nil).map(\.number) == [1])
      try other.recordEvents("b")
      #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
    },
  ]
}

private func twoEntries(in ledger: any Ledger) throws -> [Int64?] {
  [
    try ledger.record([event("a")], as: draft()).entry,
    try ledger.record([count(5)], as: draft()).entry,
  ]
}
