/// The texts that cells refer to by number, held in memory.
struct SharedStrings {
  /// The most memory that all of them may take together.
  static let limit = 256 << 20
  static let blockSize = 1 << 20

  private struct Place {
    let block: UInt32
    let start: UInt32
    let length: UInt32
  }

  // Blocks, because a single array would be doubled and copied as it grows.
  private var blocks: [[UInt8]] = []
  private var places: [Place] = []

  init() {}

  /// Adds a text of at most one block; false if there is no room for it.
  mutating func append(_ text: [UInt8]) -> Bool {
    let used = blocks.count * Self.blockSize + places.count * MemoryLayout<Place>.stride
    guard text.count <= Self.blockSize, used + Self.blockSize <= Self.limit else { return false }
    if blocks.last.map({ $0.count + text.count > Self.blockSize }) ?? true {
      var block: [UInt8] = []
      block.reserveCapacity(Self.blockSize)
      blocks.append(block)
    }
    let last = blocks.count - 1
    places.append(
      Place(
        block: UInt32(last), start: UInt32(blocks[last].count), length: UInt32(text.count)))
    blocks[last] += text
    return true
  }

  subscript(_ index: Int) -> ArraySlice<UInt8>? {
    guard places.indices.contains(index) else { return nil }
    let place = places[index]
    return blocks[Int(place.block)][Int(place.start)..<Int(place.start + place.length)]
  }
}

/// Reads the shared texts.
final class SharedStringHandler: XMLHandler {
  private(set) var strings = SharedStrings()
  private(set) var fault: String?

  private var text = RichText()

  func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    if name == "si" { text = RichText() }
    text.start(name)
  }

  func end(_ name: String) -> Bool {
    text.end(name)
    guard name == "si" else { return false }
    if !strings.append(text.decoded) {
      fault = "holds more text than the 256 MiB that can be kept: save the sheet as CSV"
    }
    return false
  }

  func text(_ bytes: Span<UInt8>) {
    if !text.append(bytes) { fault = "has a text longer than 1 MiB" }
  }
}
