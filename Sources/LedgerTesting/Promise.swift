public import Testing

/// Something that every storage promises, and how it is checked.
///
/// What is not as promised is an issue of the test that calls ``check``.
public struct Promise: Sendable, CustomTestStringConvertible {
  /// The promise, in a sentence.
  public let text: String
  /// Checks it with new books of a backend.
  public let check: @Sendable (Backend) throws -> Void

  /// Creates a promise.
  public init(_ text: String, check: @escaping @Sendable (Backend) throws -> Void) {
    self.text = text
    self.check = check
  }

  /// The sentence.
  public var testDescription: String { text }
}
