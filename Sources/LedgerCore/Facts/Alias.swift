/// A statement that a name of a creator, a brand or a product stands for another one.
///
/// Nothing that is recorded changes: reports show the other name in its place.
public struct Alias: Equatable, Sendable {
  /// What has two names.
  public enum Kind: String, CaseIterable, Sendable {
    /// Someone who appears in shows.
    case creator
    /// A brand whose products shows present.
    case brand
    /// What is sold, by its name or its SKU.
    case product

    /// Reads a kind in any case.
    ///
    /// - Throws: ``LedgerError/invalid(field:value:reason:)``
    public init(_ text: String) throws(LedgerError) {
      guard let kind = Kind(rawValue: text.lowercased()) else {
        throw .invalid(field: "kind", value: text, reason: "is not creator, brand or product")
      }
      self = kind
    }
  }

  /// What has the names.
  public let kind: Kind
  /// The name that stands for another one.
  public let name: String
  /// The name that reports show in its place.
  public let canonical: String
  /// Who says so, or where, if known.
  public let citation: String?

  /// Makes an alias.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid text, or one name.
  public init(
    kind: Kind, name: String, canonical: String, citation: String? = nil
  ) throws(LedgerError) {
    self.kind = kind
    self.name = try checkedText(name, field: "name")
    self.canonical = try checkedText(canonical, field: "as")
    self.citation = if let citation { try checkedText(citation, field: "citation") } else { nil }
    guard ByteText(name) != ByteText(canonical) else {
      throw .invalid(field: "as", value: canonical, reason: "is the name itself: name another one")
    }
  }
}

extension Alias: Fact {
  /// `alias of creator "mia.glow"`; a name stands for one other at most.
  public var subject: String { "alias of \(kind) \(quoted(name))" }

  /// For which name it stands, and who says so.
  public var values: [(field: String, text: String)] {
    [("as", quoted(canonical)), ("citation", citation ?? "–")]
  }

  /// A name stands for one other until a void.
  public var remedy: LedgerError.ConflictRemedy { .voidRecorded }
}

extension Alias {
  /// Why an alias cannot be recorded beside current ones: names would stand for each other in turn.
  ///
  /// `known`: those that stand for another name, of the same kind.
  package func refusal(among known: some Sequence<Alias>) -> LedgerError? {
    let own = known.filter { $0.kind == kind }
    if let other = own.first(where: { ByteText($0.name) == ByteText(canonical) }) {
      return .contradicts(
        field: "as", value: canonical,
        reason: "is an alias of \(quoted(other.canonical)): name that one")
    }
    let names = own.filter { ByteText($0.canonical) == ByteText(name) }.map(\.name)
    if let first = names.min(by: { ByteText($0).isBefore(ByteText($1)) }) {
      return .contradicts(
        field: "name", value: name,
        reason: "is the name that \(quoted(first)) stands for: void that alias first, or name "
          + "them the other way round")
    }
    return nil
  }
}

extension [Alias] {
  /// The other names of a creator: those that stand for the same name, and that one.
  package func otherNames(ofCreator name: String) -> [String] {
    let own = filter { $0.kind == .creator }
    let shown = own.first { ByteText($0.name) == ByteText(name) }?.canonical ?? name
    let names = own.filter { ByteText($0.canonical) == ByteText(shown) }.map(\.name) + [shown]
    return names.filter { ByteText($0) != ByteText(name) }
  }
}
