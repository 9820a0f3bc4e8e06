import Digest
import LedgerCore

/// How the words of persons are kept out of digests, and forgotten.
extension ModelBook {
  /// The salted hash of words that an entry has.
  func hash(of words: String?) -> String? { words.flatMap { hashes[Array($0.utf8)] } }

  /// Finds a hash for each text of a person in an entry: in its facts, its note and its reason.
  mutating func hashWords(of entry: Int64) throws(LedgerError) {
    let credits = (events + amendments).filter { $0.entry == entry }
      .flatMap { $0.fact.creators.map(\.name) }
    let members = memberships.filter { $0.entry == entry }
      .flatMap { [$0.fact.creator, $0.fact.leaving?.reason] }
    let covered = coverages.filter { $0.entry == entry }.map(\.fact.creator)
    let named = aliases.filter { $0.entry == entry && $0.fact.kind == .creator }
      .flatMap { [$0.fact.name, $0.fact.canonical] }
    let marked = marks.filter { $0.entry == entry }.map(\.fact.creator)
    let draft = drafts[Int(entry) - 1]
    let sellers = self.credits.filter { $0.entry == entry }.map(\.fact.creator)
    let words = credits + members + covered + marked + sellers + named
    for text in words + [draft.note, draft.author, reasons[entry]] {
      guard let text, hash(of: text) == nil else { continue }
      hashes[Array(text.utf8)] = try newHash(of: text)
    }
  }

  /// That of the first salt whose hash no forgotten text has.
  private func newHash(of text: String) throws(LedgerError) -> String {
    var attempt = 0
    while true {
      let salt = Backend.salt(for: text, attempt: attempt)
      let hash: String
      do throws(SHA256.Failure) {
        hash = hexadecimal(try SHA256.digest(of: salt + Array(text.utf8)))
      } catch {
        throw .storage("\(error)")
      }
      if forgotten[hash] == nil { return hash }
      attempt += 1
    }
  }

  mutating func forget(
    _ words: PersonalWords, as draft: Entry.Draft
  ) throws(LedgerError) -> Forgetting {
    let texts = Set(try self.texts(words).map { Array($0.utf8) })
    let new = texts.filter { text in hashes[text].map { forgotten[$0] == nil } ?? false }
    for text in new { if let hash = hashes[text] { forgotten[hash] = lastEntry + 1 } }
    try close(draft)
    for text in new { empty(text) }
    return Forgetting(receipt: receipt(lastEntry), forgotten: new.count, plain: [])
  }

  /// The texts that go with what is to be forgotten.
  private func texts(_ words: PersonalWords) throws(LedgerError) -> [String] {
    switch words {
    case .creator(let name):
      let known = creators
      let names = Set(allNames(of: name))
      guard known.contains(where: { names.contains($0) }) else {
        throw .unknownName(.creator, name, near: nearest(to: name, among: Set(known).sorted()))
      }
      let ended = memberships.map(\.fact).filter { names.contains($0.creator) }
      return names + ended.compactMap { $0.leaving?.reason }
    case .note(let entry):
      guard entry >= 1, entry <= lastEntry else { throw .unknownEntry(entry, last: lastEntry) }
      guard let note = drafts[Int(entry) - 1].note, !isForgotten(note) else {
        throw PersonalWords.noNote(ofEntry: entry)
      }
      return [note]
    case .author(let name):
      let known = Set(drafts.compactMap(\.author)).filter { !isForgotten($0) }
      guard known.contains(where: { $0.utf8.elementsEqual(name.utf8) }) else {
        throw .unknownName(.author, name, near: nearest(to: name, among: known.sorted()))
      }
      return [name]
    }
  }

  /// A name, the name that it stands for, and all that stand for that one.
  private func allNames(of name: String) -> [String] {
    let own = current(aliases).map(\.fact).filter { $0.kind == .creator }
    let shown = own.first { $0.name == name }?.canonical ?? name
    return [name, shown] + own.filter { $0.canonical == shown }.map(\.name)
  }

  private func isForgotten(_ text: String) -> Bool {
    hash(of: text).map { forgotten[$0] != nil } ?? false
  }

  /// Everybody who was ever recorded as a creator or a member, and is not forgotten.
  private var creators: [String] {
    let names =
      (events + amendments).flatMap { $0.fact.creators.map(\.name) }
      + memberships.map(\.fact.creator) + coverages.compactMap(\.fact.creator)
      + credits.compactMap(\.fact.creator)
      + marks.compactMap(\.fact.creator)
      + aliases.map(\.fact).filter { $0.kind == .creator }.flatMap { [$0.name, $0.canonical] }
    return names.filter { !isForgotten($0) }
  }

  /// Replaces a text everywhere by what is shown in its place.
  private mutating func empty(_ text: [UInt8]) {
    guard let hash = hashes.removeValue(forKey: text) else { return }
    let shown = PersonalWords.forgotten(hash: hash)
    hashes[Array(shown.utf8)] = hash
    func replaced(_ other: String) -> String { other.utf8.elementsEqual(text) ? shown : other }
    events = events.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    amendments = amendments.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    memberships = memberships.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    coverages = coverages.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    credits = credits.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    marks = marks.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    aliases = aliases.map { Recorded(fact: $0.fact.renamed(replaced), entry: $0.entry) }
    reasons = reasons.mapValues(replaced)
    for index in drafts.indices {
      drafts[index].note = drafts[index].note.map(replaced)
      drafts[index].author = drafts[index].author.map(replaced)
    }
  }
}

extension Event {
  fileprivate func renamed(_ name: (String) -> String) -> Event {
    let creators = creators.map { (try? Creator(name: name($0.name), role: $0.role)) ?? $0 }
    let event = try? Event(
      key: key, market: market, platform: platform, title: title, startsAt: startsAt,
      endsAt: endsAt, brands: brands, creators: creators)
    return event ?? self
  }
}

extension Membership {
  fileprivate func renamed(_ name: (String) -> String) -> Membership {
    let membership = try? Membership(
      market: market, creator: name(creator), platform: platform, joined: joined, left: left,
      reason: leaving?.reason.map(name), source: source)
    return membership ?? self
  }
}

extension Coverage {
  fileprivate func renamed(_ name: (String) -> String) -> Coverage {
    let coverage = try? Coverage(
      market: market, platform: platform, source: source, creator: creator.map(name),
      startsAt: startsAt, endsAt: endsAt, citation: citation)
    return coverage ?? self
  }
}

extension Credit {
  fileprivate func renamed(_ name: (String) -> String) -> Credit {
    let credit = try? Credit(
      source: source, order: order, line: line, event: event, channel: channel,
      creator: creator.map(name), observedAt: observedAt, citation: citation)
    return credit ?? self
  }
}

extension Mark {
  fileprivate func renamed(_ name: (String) -> String) -> Mark {
    let mark = try? Mark(
      event: event, startsAt: startsAt, endsAt: endsAt, kind: kind, text: text,
      creator: creator.map(name))
    return mark ?? self
  }
}

extension Alias {
  fileprivate func renamed(_ name: (String) -> String) -> Alias {
    guard kind == .creator else { return self }
    let alias = try? Alias(
      kind: kind, name: name(self.name), canonical: name(canonical), citation: citation)
    return alias ?? self
  }
}
