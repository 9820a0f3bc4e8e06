import LedgerCore
import Rows

/// Records a batch of memberships, and the ends of known ones.
struct MembershipRecorder {
  let session: any BookSession

  /// A person whose memberships may not overlap, with names as SQLite compares them.
  private struct Person: Hashable {
    let market: Market.Code
    let creator: ByteText
    let platform: ByteText
  }

  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(StorageError) -> Recording<Membership> {
    let table = MembershipTable(session: session)
    let markets = Set(try MarketTable(session: session).all().map(\.code))
    var outcomes = [Outcome<Membership>](repeating: .recorded, count: memberships.count)
    var known: [Person: [Membership]] = [:]
    // The latest of each key, because an entry has one row for each key.
    var new: [(person: Person, membership: Membership)] = []
    // Sorted, so that people can leave and join again in one file, whatever the order of its rows.
    let places = memberships.indices.sorted {
      (memberships[$0].joined, $0) < (memberships[$1].joined, $1)
    }
    for place in places {
      let membership = memberships[place]
      guard markets.contains(membership.market) else {
        outcomes[place] = .refused(.unknownMarket(membership.market.description, near: []))
        continue
      }
      let person = Person(
        market: membership.market, creator: ByteText(membership.creator),
        platform: ByteText(membership.platform ?? ""))
      var ofPerson =
        if let known = known[person] { known } else {
          try table.memberships(
            of: membership.creator, in: membership.market, platform: membership.platform)
        }
      outcomes[place] = Self.outcome(of: membership, among: ofPerson)
      if outcomes[place] == .recorded {
        ofPerson.removeAll { $0.joined == membership.joined }
        ofPerson.append(membership)
        new.removeAll { $0.person == person && $0.membership.joined == membership.joined }
        new.append((person, membership))
      }
      known[person] = ofPerson
    }
    guard !new.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.memberships, new.count), session: session)
    for (_, membership) in new { try table.insert(membership, entry: entry) }
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
