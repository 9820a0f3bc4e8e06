import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of reading one state of a book.
  public static let snapshots: [Promise] = [
    Promise("readings may be nested, and return what they read") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      let read = try ledger.reading {
        let keys = try ledger.events(in: nil, during: .always, limit: nil).map(\.key.description)
        let entries = try ledger.reading { try ledger.entries(limit: nil).map(\.number) }
        // The inner one has ended, and the outer one goes on.
        return (keys, entries, try ledger.event(EventKey("b")).entry.number)
      }
      #expect(read.0 == ["a", "b"])
      #expect(read.1 == [1])
      #expect(read.2 == 1)
    },

    Promise("a reading throws what its body throws, and the ledger goes on") { backend in
      struct Failure: Error {}
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      #expect(throws: Failure.self) {
        try ledger.reading {
          _ = try ledger.reading { try ledger.entries(limit: nil) }
          throw Failure()
        }
      }
      #expect(throws: LedgerError.unknownEvent("b", near: ["a"], count: 1)) {
        try ledger.reading { try ledger.event(EventKey("b")) }
      }
      try ledger.recordEvents("b")
      #expect(try ledger.entries(limit: nil).map(\.number) == [2, 1])
    },

    Promise("nothing is recorded within a reading, and the ledger goes on") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let error = #expect(throws: LedgerError.self) {
        try ledger.reading {
          try ledger.reading { try ledger.record([count(5)], as: draft()) }
        }
      }
      #expect(error?.code == .refused)
      #expect(try ledger.entries(limit: nil).map(\.number) == [1])
      _ = try ledger.record([count(5)], as: draft())
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("a reading sees one state, whatever others record meanwhile") { backend in
      guard let (ledger, other) = try backend.openTwice?() else { return }
      try other.recordEvents("a")
      func state() throws -> [String] {
        let entries = try ledger.entries(limit: nil).map { "\($0.number)" }
        let events = try ledger.events(in: nil, during: .always, limit: nil)
        return try entries + events.map(\.key.description)
          + ledger.totals("a").audience.map { "\($0.latest)" }
      }
      try ledger.reading {
        #expect(try state() == ["1", "a"])
        try other.recordEvents("b")
        _ = try other.record([count(5)], as: draft())
        #expect(try ledger.reading(state) == ["1", "a"])
        #expect(try state() == ["1", "a"])
      }
      #expect(try state() == ["3", "2", "1", "a", "b", "5"])
    },
  ]
}
