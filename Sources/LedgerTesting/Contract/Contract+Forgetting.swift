import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of the words of persons.
  public static let forgetting: [Promise] = [
    Promise("a forgotten name and why its owner left are nowhere shown any more") { backend in
      let ledger = try backend.open()
      try recordPeople(in: ledger)
      let receipts = try ledger.entries(limit: nil).reversed().map(\.receipt)
      let result = try ledger.forget(.creator("Amy"), as: draft())
      #expect(result.entry == Int64(receipts.count + 1))
      #expect(result.forgotten == 3)
      #expect(result.plain == [])

      let shown = try creators(of: "a", in: ledger)
      let name = try #require(shown.first)
      #expect(isForgotten(name))
      #expect(shown == [name, "Bob"])
      #expect(try ledger.event(EventKey("a")).totals.event.creators.map(\.role) == [.host, .guest])
      #expect(try creators(of: "b", in: ledger) == ["Bob", name])
      let members = try ledger.memberships(in: uk, asOf: nil)
      let ofAmy = members.filter { $0.creator == name }
      #expect(ofAmy.map(\.left?.description) == ["2022-03-01", "2022-06-01"])
      let reasons = ofAmy.compactMap(\.leaving?.reason)
      #expect(reasons.allSatisfy(isForgotten))
      #expect(Set(reasons + [name]).count == 3)
      #expect(members.filter { $0.creator == "Bob" }.map(\.leaving?.reason) == ["moved"])
      for entry in [nil, 1, 3] as [Int64?] {
        #expect(try ledger.eventNames(asOf: entry).creators == [name, "Bob"])
        let events = try ledger.totals(of: uk, during: .always, asOf: entry).events.map(\.event)
        #expect(
          events.first { $0.key.description == "a" }?.creators.map(\.name) == [name, "Bob"])
      }
      #expect(try !everythingShown(by: ledger).contains("Amy"))
      #expect(try !everythingShown(by: ledger).contains("is ill"))
      #expect(try everythingShown(by: ledger).contains("Bob"))
    },

    Promise("receipts from before something is forgotten hold, and the book is sound") { backend in
      let ledger = try backend.open()
      try recordPeople(in: ledger)
      let receipts = try ledger.entries(limit: nil).compactMap(\.receipt)
      let last = try #require(try ledger.forget(.creator("Amy"), as: draft()).receipt)
      #expect(try ledger.entries(limit: nil).map(\.receipt) == [last] + receipts)
      let result = try ledger.verify(VerificationPlan(receipts: receipts + [last]))
      #expect(result.flaws == [])
      #expect(result.receipt == last)
    },

    Promise("a forgotten note is forgotten by all entries that have the same one") { backend in
      let ledger = try backend.open()
      let notes = ["call Amy", "call Amy", nil, "call Bob"]
      for (key, note) in zip(["a", "b", "c", "d"], notes) {
        _ = try ledger.record([event(key)], as: draft(note: note))
      }
      // Why something is voided is mostly the note of the entry that does it.
      _ = try ledger.void(3, reason: "call Amy", as: draft(note: "call Amy"))
      let result = try ledger.forget(.note(ofEntry: 2), as: draft(note: "she asked for it"))
      #expect(result.entry == 6)
      #expect(result.forgotten == 1)
      let shown = try ledger.entries(limit: nil).reversed().map(\.draft.note)
      #expect(shown[0].map(isForgotten) == true)
      #expect(shown == [shown[0], shown[0], nil, "call Bob", shown[0], "she asked for it"])
      #expect(try !everythingShown(by: ledger).contains("call Amy"))
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("one text is forgotten as a name, a reason and a note at once") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [membership("Bob", left: "2022-03-01", reason: "Amy")], as: draft(note: "Amy"))
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "Amy", role: .host)])], as: draft())
      #expect(try ledger.forget(.creator("Amy"), as: draft()).forgotten == 1)
      let name = try #require(try creators(of: "a", in: ledger).first)
      #expect(isForgotten(name))
      #expect(try ledger.entry(1)?.draft.note == name)
      #expect(try ledger.memberships(in: uk, asOf: nil).map(\.leaving?.reason) == [name])
      #expect(throws: PersonalWords.noNote(ofEntry: 1)) {
        try ledger.forget(.note(ofEntry: 1), as: draft())
      }
    },

    Promise("a forgotten author is forgotten in every entry, and later ones are another") {
      backend in
      let ledger = try backend.open()
      for (key, author) in zip(["a", "b", "c"], ["Mia", "Joe", "Mia"]) {
        _ = try ledger.record([event(key)], as: draft(author: author))
      }
      let receipts = try ledger.entries(limit: nil).compactMap(\.receipt)
      for name in ["mia", "Amy"] {
        let near = name == "mia" ? ["Mia"] : []
        #expect(throws: LedgerError.unknownName(.author, name, near: near)) {
          try ledger.forget(.author(name), as: draft())
        }
      }
      // The entry that forgets its own author does not name them, either.
      let result = try ledger.forget(.author("Mia"), as: draft(author: "Mia"))
      #expect(result.forgotten == 1 && result.plain == [])
      _ = try ledger.record([event("d")], as: draft(author: "Mia"))
      let authors = try ledger.entries(limit: nil).reversed().map(\.draft.author)
      let shown = try #require(authors[0])
      #expect(isForgotten(shown))
      #expect(authors == [shown, "Joe", shown, shown, "Mia"])
      #expect(try ledger.verify(VerificationPlan(receipts: receipts)).flaws == [])
      #expect(throws: LedgerError.unknownName(.author, shown, near: [])) {
        try ledger.forget(.author(shown), as: draft())
      }
    },

    Promise("one text is forgotten as a creator and as an author at once") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "Amy", role: .host)])], as: draft(author: "Amy"))
      #expect(try ledger.forget(.creator("Amy"), as: draft()).forgotten == 1)
      #expect(try ledger.entry(1)?.draft.author == creators(of: "a", in: ledger).first)
      #expect(try !everythingShown(by: ledger).contains("Amy"))
    },

    Promise("what is not there, and what is forgotten already, cannot be forgotten") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [event("a", creators: [Creator(name: "Amelia", role: .host)])], as: draft(note: "a note"))
      _ = try ledger.record([event("b")], as: draft())
      func refuses(_ words: PersonalWords, _ error: LedgerError) {
        #expect(throws: error) { try ledger.forget(words, as: draft()) }
      }
      for name in ["Amelie", "amelia"] {
        refuses(.creator(name), .unknownName(.creator, name, near: ["Amelia"]))
      }
      // A note is not a creator, whatever it says.
      refuses(.creator("a note"), .unknownName(.creator, "a note", near: []))
      refuses(.note(ofEntry: 2), PersonalWords.noNote(ofEntry: 2))
      for entry: Int64 in [0, 3] {
        refuses(.note(ofEntry: entry), .unknownEntry(entry, last: 2))
      }
      #expect(try ledger.entries(limit: 1).map(\.number) == [2])

      _ = try ledger.forget(.creator("Amelia"), as: draft())
      _ = try ledger.forget(.note(ofEntry: 1), as: draft())
      let shown = try creators(of: "a", in: ledger)
      for name in shown + ["Amelia"] {
        refuses(.creator(name), .unknownName(.creator, name, near: []))
      }
      refuses(.note(ofEntry: 1), PersonalWords.noNote(ofEntry: 1))
      #expect(try ledger.entries(limit: 1).map(\.number) == [4])
    },

    Promise("the entry that forgets records no facts, and cannot be voided") { backend in
      let ledger = try backend.open()
      try recordPeople(in: ledger)
      let draft = try draft("2022-07-01T09:00Z", command: "forget", note: "her wish")
      let entry = try #require(try ledger.forget(.creator("Amy"), as: draft).entry)
      #expect(try ledger.entry(entry)?.draft == draft)
      #expect(try ledger.entry(entry)?.counts == Entry.Counts())
      let error = #expect(throws: LedgerError.self) {
        try ledger.void(entry, reason: "wrong", as: draft)
      }
      guard case .cannotVoid(entry, _) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(try ledger.entries(limit: 1).map(\.number) == [entry])
    },

    Promise("a forgotten name that is recorded again is another text") { backend in
      let ledger = try backend.open()
      let amy = try Creator(name: "Amy", role: .host)
      let show = try event("a", creators: [amy])
      _ = try ledger.record([show], as: draft())
      _ = try ledger.record([membership()], as: draft())
      _ = try ledger.forget(.creator("Amy"), as: draft())
      let first = try #require(try creators(of: "a", in: ledger).first)
      // The book cannot tell that it is she.
      let recorded = try ledger.event(show.key).totals.event
      #expect(
        try ledger.record([show], as: draft()).outcomes == [.conflicting(recorded: recorded)])
      #expect(try ledger.record([membership()], as: draft()).outcomes == [.recorded])
      _ = try ledger.record([event("b", creators: [amy])], as: draft())
      #expect(try creators(of: "a", in: ledger) == [first])
      #expect(try creators(of: "b", in: ledger) == ["Amy"])
      #expect(try ledger.eventNames(asOf: nil).creators == [first, "Amy"])
      #expect(
        Set(try ledger.memberships(in: uk, asOf: nil).map(\.creator)) == [first, "Amy"])

      #expect(try ledger.forget(.creator("Amy"), as: draft()).forgotten == 1)
      let second = try #require(try creators(of: "b", in: ledger).first)
      #expect(isForgotten(second) && second != first)
      #expect(try creators(of: "a", in: ledger) == [first])
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("what was amended or voided is forgotten too") { backend in
      let ledger = try backend.open()
      let (amy, bob) = (
        try Creator(name: "Amy", role: .host), try Creator(name: "Bob", role: .host)
      )
      let show = try event("a", creators: [amy])
      _ = try ledger.record([show], as: draft())
      var amendment = EventAmendment()
      amendment.creators = [bob]
      _ = try ledger.amend(show.key, amendment, as: draft())
      _ = try ledger.record([membership("Cat", left: "2022-03-01", reason: "ill")], as: draft())
      _ = try ledger.void(3, reason: "wrong", as: draft())
      #expect(try ledger.forget(.creator("Amy"), as: draft()).forgotten == 1)
      #expect(try ledger.forget(.creator("Cat"), as: draft()).forgotten == 2)
      let steps = try ledger.steps(ofEvent: show.key).map { $0.fact?.creators.map(\.name) ?? [] }
      #expect(steps.count == 2 && steps[0].allSatisfy(isForgotten) && steps[1] == ["Bob"])
      let members = try ledger.memberships(in: uk, asOf: 3)
      #expect(members.map(\.creator).allSatisfy(isForgotten) && members.count == 1)
      _ = try ledger.void(2, reason: "wrong", as: draft())
      #expect(try creators(of: "a", in: ledger) == steps[0])
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("a correction leaves forgotten names as they are") { backend in
      let ledger = try backend.open()
      try recordPeople(in: ledger)
      _ = try ledger.record([membership("Cat")], as: draft())
      _ = try ledger.forget(.creator("Amy"), as: draft())
      _ = try ledger.forget(.creator("Cat"), as: draft())
      let (shown, names) = (try creators(of: "a", in: ledger), try ledger.eventNames(asOf: nil))
      var amendment = EventAmendment()
      amendment.title = "another"
      let amended = try ledger.amend(EventKey("a"), amendment, as: draft())
      #expect(amended.after.creators.map(\.name) == shown)
      #expect(try creators(of: "a", in: ledger) == shown)
      #expect(try ledger.eventNames(asOf: nil) == names)

      let member = try #require(
        try ledger.memberships(in: uk, asOf: nil).first {
          isForgotten($0.creator) && $0.left == nil
        })
      let day = try #require(CalendarDay("2022-03-01"))
      #expect(
        try ledger.record([member.ended(on: day, reason: nil)], as: draft()).outcomes
          == [.recorded])
      let members = try ledger.memberships(in: uk, asOf: nil)
      #expect(members.filter { $0.creator == member.creator }.map(\.left) == [day])
      // What stands in place of a name is no name.
      for name in [shown[0], member.creator] {
        #expect(throws: LedgerError.unknownName(.creator, name, near: [])) {
          try ledger.forget(.creator(name), as: draft())
        }
      }
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("an accepted finding about a forgotten creator stays accepted, and names nobody") {
      backend in
      let ledger = try backend.open()
      let amy = try Creator(name: "Amy", role: .host)
      _ = try ledger.record(
        ["a", "b"].map { try event($0, ends: "2021-12-08T19:00Z", creators: [amy]) }, as: draft())
      _ = try ledger.accept(.overlappingShows, of: nil, reason: "two cameras", as: draft())
      _ = try ledger.forget(.creator("Amy"), as: draft())
      let findings = try ledger.verify(VerificationPlan()).findings
        .filter { $0.rule == .overlappingShows }
      #expect(findings.map(\.acceptedBy) == [2])
      #expect(findings.first?.detail.hasPrefix("forgotten ") == true)
      #expect(try !everythingShown(by: ledger).contains("Amy"))
    },

    Promise("names that only look alike are told apart by their bytes") { backend in
      let ledger = try backend.open()
      let names = ["Zo\u{e9}", "Zoe\u{301}", "zo\u{e9}"]
      for (key, name) in zip(["a", "b", "c"], names) {
        _ = try ledger.record(
          [event(key, creators: [Creator(name: name, role: .host)])], as: draft())
      }
      #expect(try ledger.forget(.creator(names[1]), as: draft()).forgotten == 1)
      #expect(try creators(of: "a", in: ledger).map { Array($0.utf8) } == [Array(names[0].utf8)])
      #expect(try creators(of: "b", in: ledger).allSatisfy(isForgotten))
      #expect(try creators(of: "c", in: ledger) == [names[2]])
    },

    Promise("nothing is forgotten in what is not kept, or within a reading") { backend in
      let ledger = try backend.open()
      try recordPeople(in: ledger)
      let before = try everythingShown(by: ledger)
      _ = try ledger.together {
        _ = try ledger.forget(.creator("Amy"), as: draft())
        #expect(try !everythingShown(by: ledger).contains("Amy"))
      } isKept: {
        false
      }
      #expect(try everythingShown(by: ledger) == before)
      #expect(throws: LedgerError.self) {
        try ledger.reading { try ledger.forget(.creator("Amy"), as: draft()) }
      }
      #expect(try everythingShown(by: ledger) == before)
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },
  ]
}

/// Amy and Bob in two shows, one of which is amended, and as members who left.
private func recordPeople(in ledger: any Ledger) throws {
  let (amy, bob) = (try Creator(name: "Amy", role: .host), try Creator(name: "Bob", role: .guest))
  _ = try ledger.record(
    [event("b", starts: "2021-12-09T18:00Z", creators: [bob]), event("a", creators: [amy, bob])],
    as: draft())
  var amendment = EventAmendment()
  amendment.creators = [bob, amy]
  _ = try ledger.amend(EventKey("b"), amendment, as: draft())
  _ = try ledger.record([membership(), membership("Bob")], as: draft())
  _ = try ledger.record(
    [
      membership(left: "2022-03-01", reason: "Amy is ill"),
      membership("Bob", left: "2022-03-01", reason: "moved"),
      membership(joined: "2022-05-01", left: "2022-06-01", reason: "moved on"),
    ], as: draft())
}

/// Whether a text is what is shown in place of a forgotten one.
private func isForgotten(_ text: String) -> Bool {
  let digits = text.utf8.dropFirst("forgotten ".utf8.count)
  return text.hasPrefix("forgotten ") && digits.count == 8
    && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

private func creators(of event: String, in ledger: any Ledger) throws -> [String] {
  try ledger.event(EventKey(event)).totals.event.creators.map(\.name)
}

/// Everything that may show the words of persons, as one text; with all rows, if they can be read.
private func everythingShown(by ledger: any Ledger) throws -> String {
  let last = try ledger.entries(limit: 1).first?.number ?? 0
  var parts = [
    "\(try ledger.entries(limit: nil))",
    "\(try ledger.events(in: nil, during: .always, limit: nil))",
  ]
  for event in ["a", "b"] {
    let key = try EventKey(event)
    guard let record = try? ledger.event(key) else { continue }
    parts += ["\(record)", "\(try ledger.steps(ofEvent: key))", "\(try ledger.history(of: key))"]
  }
  for entry in 0...last {
    parts.append("\(try ledger.eventNames(asOf: entry).creators.sorted())")
    parts.append("\(try ledger.memberships(in: uk, asOf: entry))")
    parts.append("\(try ledger.totals(of: uk, during: .always, asOf: entry))")
  }
  if let portable = ledger as? any Portable {
    try portable.readContents { contents in
      for table in contents.tables {
        try contents.forEachRow(of: table) { parts.append("\($0)") }
      }
    }
  }
  return parts.joined(separator: "\n")
}
