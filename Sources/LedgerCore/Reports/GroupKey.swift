/// The name of a group, and its position among the others.
public struct GroupKey: Hashable, Comparable, Sendable {
  let rank: Int64
  /// The group's name.
  public let label: String

  init(rank: Int64 = 0, label: String) {
    self.rank = rank
    self.label = label
  }

  /// The group of facts without an event, brand, creator or product; it comes last.
  static func none(of grouping: Grouping) -> GroupKey {
    GroupKey(
      rank: .max, label: "(no \(grouping == .platform ? Grouping.event.noun : grouping.noun))")
  }

  /// The group of what was sold, or of what sold it: a product or a channel.
  static func sold(_ name: String?, by grouping: Grouping) -> GroupKey {
    name.map { GroupKey(label: $0) } ?? .none(of: grouping)
  }

  /// Orders by rank, then by name.
  public static func < (left: GroupKey, right: GroupKey) -> Bool {
    (left.rank, left.label) < (right.rank, right.label)
  }
}
