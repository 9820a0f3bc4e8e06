/// What the words for zones in a file mean.
public final class ZoneWords {
  /// By words in capitals.
  private let aliases: [String: StatedZone]
  private var known: [String: StatedZone?] = [:]

  /// Makes a list; `aliases`: what words mean that are not known, or mean something else here.
  public init(aliases: [String: StatedZone] = [:]) {
    self.aliases = Dictionary(
      aliases.map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The meaning of a word; `nil` if it is none of a zone.
  public func meaning(of word: String) -> StatedZone? {
    if let meaning = known[word] { return meaning }
    let meaning = aliases[word.uppercased()] ?? StatedZone(word)
    // A column of other texts would fill it.
    if known.count < 1000 { known[word] = .some(meaning) }
    return meaning
  }
}
