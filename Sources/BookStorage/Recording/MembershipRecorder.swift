import LedgerCore
import Rows

/// Records a batch of memberships, and the ends of known ones.
struct MembershipRecorder {
  let session: any BookSession

  private typealias Person = MembershipTable.Person

  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Membership> {
    let table = MembershipTable(session: session)
    let reference = KnownReference(session: session)
    var outcomes = [Outcome<Membership>](repeating: .recorded, count: memberships.count)
    var known = try table.memberships(of: Array(Set(memberships.map(Person.init))))
    // The latest of each key, because an entry has one row for each key.
    var new: [(person: Person, membership: Membership, stored: String?)] = []
    // Sorted, so that people can leave and join again in one file, whatever the order of its rows.
    let places = memberships.indices.sorted {
      (memberships[$0].joined, $0) < (memberships[$1].joined, $1)
    }
    for place in places {
      let membership = memberships[place]
      if let refusal = try reference.refusal(of: membership.market) {
        outcomes[place] = .refused(refusal)
        continue
      }
      let person = Person(membership)
      var ofPerson = known[person] ?? []
      outcomes[place] = Self.outcome(of: membership, among: ofPerson.map(\.membership))
      if outcomes[place] == .recorded {
        // An end has the key of its beginning.
        let stored = ofPerson.first { $0.membership.joined == membership.joined }?.creator
        ofPerson.removeAll { $0.membership.joined == membership.joined }
        ofPerson.append((membership, stored ?? ""))
        // Where several overlap, the one that joined first is named, whatever came first.
        ofPerson.sort { $0.membership.joined < $1.membership.joined }
        new.removeAll { $0.person == person && $0.membership.joined == membership.joined }
        new.append((person, membership, stored.flatMap { $0.isEmpty ? nil : $0 }))
      }
      known[person] = ofPerson
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.memberships, new.count), session: session)
    try entry.learn(
      new.flatMap { [$0.membership.creator, $0.membership.leaving?.reason] }.compactMap(\.self))
    for (_, membership, stored) in new {
      let creator = if let stored { stored } else { try entry.hash(of: membership.creator) }
      try table.insert(membership, stored: creator, entry: entry)
    }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }

  /// The outcome for a membership, given the others of the same person.
  private static func outcome(
    of given: Membership, among known: [Membership]
  ) -> Outcome<Membership> {
    if let recorded = known.first(where: { $0.joined == given.joined }) {
      guard let leaving = given.leaving else { return .alreadyRecorded }
      guard let end = recorded.leaving else { return .recorded }
      let isSame =
        end.day == leaving.day && (leaving.reason == nil || leaving.reason == end.reason)
      return isSame ? .alreadyRecorded : .conflicting(recorded: recorded)
    }
    guard let other = known.first(where: { given.overlaps($0) }) else { return .recorded }
    return .refused(
      .alreadyMember(
        given.creator, joining: given.joined, since: other.joined, until: other.left))
  }
}
