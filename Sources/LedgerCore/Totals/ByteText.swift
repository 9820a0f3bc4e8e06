/// A text that equals another if their bytes are equal, as SQLite compares texts.
///
/// To Swift, two spellings of "é" are equal.
package struct ByteText: Hashable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Whether its bytes come before those of another text.
  package func isBefore(_ other: ByteText) -> Bool {
    text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }

  // Texts with the same bytes are also equal to Swift, so their hashes are the same.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
