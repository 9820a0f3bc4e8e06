/// Where the salts come from that are hashed with the words of persons.
///
/// A text that can be guessed, as a name can, could be found from its hash alone. With a salt that
/// is deleted together with the text, the hash says nothing about it any more.
package struct Salts: Sendable {
  /// How many bytes a salt has.
  package static let length = 16

  /// Salts that nobody can guess; the same text gets another one each time.
  package static let random = Salts { _, _ in
    var generator = SystemRandomNumberGenerator()
    return (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  private let make: @Sendable (_ text: String, _ attempt: Int) -> [UInt8]

  /// Makes a source of salts from a function, which returns ``length`` bytes.
  package init(_ make: @escaping @Sendable (_ text: String, _ attempt: Int) -> [UInt8]) {
    self.make = make
  }

  /// A salt for a text.
  ///
  /// `attempt`: how many salts were tried for this text whose hash belongs to a forgotten one.
  package func salt(for text: String, attempt: Int) -> [UInt8] { make(text, attempt) }
}
