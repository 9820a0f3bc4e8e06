import LedgerCore

/// What a lock file keeps of its book: the last entry that was acknowledged, and in which files.
///
/// It is written after the commit and not synced: it may be behind the book, and never ahead.
struct Mark: Equatable {
  /// The receipt of the last entry; `nil` for a book without entries.
  let receipt: Receipt?
  let book: FileSystem.Identity
  /// The log that the entry was written to; `nil` where there was none.
  let log: FileSystem.Identity?

  init(receipt: Receipt?, book: FileSystem.Identity, log: FileSystem.Identity?) {
    self.receipt = receipt
    self.book = book
    self.log = log
  }

  /// The largest size of a mark in bytes, below that of a sector.
  static let size = 256

  /// What a lock file has in the place of a mark.
  enum Found: Equatable {
    /// Nothing was written there.
    case nothing
    case mark(Mark)
    /// Something that is not a whole mark, or cannot be read.
    case damaged

    init(_ bytes: [UInt8]) {
      if let mark = Mark(bytes) {
        self = .mark(mark)
      } else {
        self = bytes.allSatisfy { $0 == 0 } ? .nothing : .damaged
      }
    }

    var mark: Mark? { if case .mark(let mark) = self { mark } else { nil } }
  }

  /// Reads what ``bytes`` writes; `nil` for anything else, such as a mark that was cut by a crash.
  init?(_ bytes: [UInt8]) {
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 8, words[0] == "entry", words[2] == "book", words[4] == "log",
      words[6] == "check", let book = Self.identity(words[3]),
      words[7] == Self.check(words.prefix(6).joined(separator: " "))
    else { return nil }
    self.init(receipt: Receipt(String(words[1])), book: book, log: Self.identity(words[5]))
  }

  /// A line of text.
  var bytes: [UInt8] {
    let log = log.map(Self.text) ?? "-"
    let text = "entry \(receipt?.description ?? "-") book \(Self.text(book)) log \(log)"
    return Array("\(text) check \(Self.check(text))\n".utf8)
  }

  private static func text(_ identity: FileSystem.Identity) -> String {
    "\(identity.device):\(identity.number):\(identity.birth)"
  }

  private static func identity(_ text: Substring) -> FileSystem.Identity? {
    let parts = text.split(separator: ":")
    guard parts.count == 3, let device = UInt64(parts[0]), let number = UInt64(parts[1]),
      let birth = Int64(parts[2])
    else { return nil }
    return FileSystem.Identity(device: device, number: number, birth: birth)
  }

  /// FNV-1a, which tells a whole line from a part of it.
  private static func check(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
