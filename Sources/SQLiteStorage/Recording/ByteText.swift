/// A text that is equal to another where their bytes are, as SQLite compares.
///
/// To Swift, two spellings of "é" are equal.
struct ByteText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  // Texts of the same bytes are equal to Swift too, so their hashes are the same.
  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
