/// Decompresses a gzip file, which may have several members in a row (RFC 1952).
///
/// Memory does not grow with the size of the output.
struct GzipStream: ~Copyable {
  static let magic: [UInt8] = [0x1F, 0x8B]

  private enum State { case member, between, ended }

  private let inflater: Inflater
  private var input: [UInt8]
  private var next = 0
  private var end: Int
  private var state = State.member
  /// Whether zlib had more output than it had room for.
  private var holdsMore = false

  /// Whether a member has begun whose checksum has not been seen.
  var isInMember: Bool { state == .member }
  /// Whether the file has ended.
  var hasEnded: Bool { state == .ended }

  /// Continues after `head`, the bytes that have been read already.
  init(head: ArraySlice<UInt8>) throws(TabularError) {
    guard let inflater = Inflater(.gzip) else {
      throw TabularError(.failed, reason: "cannot be decompressed: there is no memory")
    }
    self.inflater = inflater
    input = Array(head)
    end = input.count
    // Make room for reads of a good size.
    input += [UInt8](repeating: 0, count: max(0, 64 * 1024 - end))
  }

  /// Decompresses into `buffer` from `index` on; returns 0 at the end, `nil` at a pause.
  ///
  /// `stopsAfterMember`: whether to return after each member, be it without a byte; `read`: reads
  ///   more of the file into its argument, from its beginning; returns `nil` at a pause.
  mutating func read(
    into buffer: inout [UInt8], at index: Int, stopsAfterMember: Bool = false,
    from read: (inout [UInt8]) throws(TabularError) -> Int?
  ) throws(TabularError) -> Int? {
    var filled = index
    while filled == index, index < buffer.count, state != .ended {
      if next == end, !holdsMore {
        guard let count = try read(&input) else { return nil }
        (next, end) = (0, count)
        if end == 0 {
          guard state == .between else {
            throw TabularError(
              reason: "the gzip file is cut short: it ends in the middle of its data")
          }
          state = .ended
          break
        }
      }
      if state == .between {
        try beginMember()
        continue
      }
      switch inflater.inflate(input, &next, to: end, into: &buffer, &filled) {
      case .more: holdsMore = filled == buffer.count
      case .ended:
        (state, holdsMore) = (.between, false)
        if stopsAfterMember { return filled - index }
      case .damaged:
        throw TabularError(
          reason: "the gzip file is damaged: its data does not have its checksum, or cannot be "
            + "decompressed; get the file again")
      }
    }
    return filled - index
  }

  /// Begins another member, or skips zeros that fill the last block of a tape.
  private mutating func beginMember() throws(TabularError) {
    if input[next] == 0 {
      next += 1
      return
    }
    guard input[next] == Self.magic[0] else {
      throw TabularError(reason: "the gzip file is damaged: something else follows its data")
    }
    inflater.restart()
    state = .member
  }
}
