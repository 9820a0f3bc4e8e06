/// Two claims that contradict one another.
public struct ClaimConflict: Equatable, Sendable {
  /// Why two claims contradict one another.
  public enum Reason: String, CaseIterable, Sendable {
    /// The later one says that the other is wrong.
    case disputed
    /// Their stages cannot both begin on dates that overlap.
    case stages
    /// They date the same beginning to days that do not overlap.
    case dates
  }

  /// Why two claims contradict one another.
  public let reason: Reason
  /// The claim that was reported first, or that is disputed.
  public let claim: Claim
  /// The claim that contradicts it.
  public let other: Claim

  /// The contradictions among claims, by market, then platform, in the order of the claims.
  ///
  /// `claims`: in the order of a repository, the latest reported last.
  static func conflicts(among claims: [Claim]) -> [ClaimConflict] {
    let byKey = Dictionary(claims.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    var conflicts: [(subject: Subject, conflict: ClaimConflict)] = []
    for other in claims {
      guard let claim = other.disputes.flatMap({ byKey[$0] }) else { continue }
      conflicts.append(
        (Subject(claim), ClaimConflict(reason: .disputed, claim: claim, other: other)))
    }
    for (subject, group) in Dictionary(grouping: claims, by: Subject.init) {
      for (place, claim) in group.enumerated() {
        for other in group[(place + 1)...] {
          guard claim.disputes != other.key, other.disputes != claim.key,
            let reason = contradiction(claim, other, among: group)
          else { continue }
          conflicts.append((subject, ClaimConflict(reason: reason, claim: claim, other: other)))
        }
      }
    }
    let places = Dictionary(
      claims.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
    func place(_ conflict: ClaimConflict) -> (Int, Int) {
      (places[conflict.claim.key] ?? 0, places[conflict.other.key] ?? 0)
    }
    return conflicts.sorted { left, right in
      left.subject == right.subject
        ? place(left.conflict) < place(right.conflict) : left.subject < right.subject
    }.map(\.conflict)
  }

  /// Why two claims on one subject cannot both be right; `nil` if they can.
  private static func contradiction(
    _ claim: Claim, _ other: Claim, among claims: [Claim]
  ) -> Reason? {
    guard let stage = claim.stage, let otherStage = other.stage else { return nil }
    if stage.excludes(otherStage) {
      return claim.holds.overlaps(other.holds) ? .stages : nil
    }
    // Plans are postponed, but a running stage begins only once, unless it ended in between.
    guard stage == otherStage, stage.isRunning, let date = claim.effective,
      let otherDate = other.effective, !date.overlaps(otherDate)
    else { return nil }
    let (first, last) = date.isBefore(otherDate) ? (date, otherDate) : (otherDate, date)
    let ended = claims.contains { between in
      between.stage?.isOff == true && first.firstDay <= between.holds.lastDay
        && between.holds.firstDay <= last.lastDay
    }
    return ended ? nil : .dates
  }
}

extension Claim.Stage {
  /// Whether live shopping takes place.
  var isRunning: Bool { self == .piloting || self == .live }

  /// Whether live shopping no longer takes place, or will not.
  var isOff: Bool { self == .paused || self == .dropped || self == .withdrawn }

  /// Whether two stages cannot begin on one day, because one is running and the other is off.
  ///
  /// A plan may be fulfilled, given up or renewed on any day.
  func excludes(_ other: Claim.Stage) -> Bool {
    isRunning && other.isOff || isOff && other.isRunning
  }
}
