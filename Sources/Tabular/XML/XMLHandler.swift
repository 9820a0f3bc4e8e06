/// Receives the contents of an XML file, in order.
///
/// Names come without the prefix of their namespace.
protocol XMLHandler: AnyObject {
  /// Why the file cannot be used after all, once that is known; parsing then stops.
  var fault: String? { get }

  func start(_ name: String, _ attributes: [(name: String, value: String)])

  /// - Returns: Whether to pause, so that what has been read so far can be used first.
  func end(_ name: String) -> Bool

  /// Receives a piece of text; a text may come in several pieces.
  func text(_ bytes: Span<UInt8>)
}
