/// Takes what stands in an XML file, in order.
///
/// Names come without the prefix of their namespace.
protocol XMLHandler: AnyObject {
  /// Why the file cannot be used after all, once that is known: parsing then stops.
  var fault: String? { get }

  func start(_ name: String, _ attributes: [(name: String, value: String)])

  /// - Returns: Whether to pause, since what has been read so far is wanted first.
  func end(_ name: String) -> Bool

  /// A piece of text, which may be one of several.
  func text(_ bytes: Span<UInt8>)
}
