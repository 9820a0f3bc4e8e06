/// Reads a file, a pipe, standard input or an array from its beginning to its end.
///
/// Gzip data is decompressed on the way, whatever the name of the file.
public final class ByteSource {
  private enum Origin {
    case file(InputFile)
    /// A file that others read as well, and which is therefore read by its offsets.
    case shared(InputFile)
    case memory([UInt8], readSize: Int)
  }

  /// The name of the input in messages: the path, with control characters escaped.
  public let name: String

  /// The total number of bytes, before decompression; nil unless it is a regular file or an array.
  public let size: Int?

  /// The number of bytes read so far, before decompression.
  public internal(set) var position = 0

  /// The number of bytes returned so far, after decompression.
  private(set) var delivered = 0

  /// The most bytes of a pipe that are held in memory.
  static let heldLimit = 32 << 20

  private let origin: Origin
  private let inflatesGzip: Bool
  /// What has been read but not yet returned.
  private var ahead: [UInt8] = []
  private var gzip: GzipStream?
  private var isGzip = false
  /// Whether it was made by ``rereadable()``.
  private var isCopy = false
  private var hasBegun = false
  private var pauses: Pauses?
  private var failure: TabularError?
  /// Of a member of gzip data that is followed: what its checksum has not been seen of.
  private var unchecked: [UInt8] = []
  /// The text that is decoded on the way, where it is not UTF-8.
  var text: DecodedText?
  /// Takes all bytes that are read, before decompression.
  private var taker: Taker?

  /// Takes bytes of the input, in their order.
  public typealias Taker = (ArraySlice<UInt8>) throws(TabularError) -> Void

  /// When reading pauses instead of waiting.
  private struct Pauses {
    /// This many milliseconds after the first bytes since the last pause.
    let limit: Int64?
    /// As soon as this descriptor is readable.
    let stop: Int32
    var firstBytesAt: Int64?
  }

  /// Opens the file at a path, which may be a FIFO or `/dev/fd/N`.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - inflatesGzip: False to read the file as it is, for example to compute its digest.
  /// - Throws: `TabularError` if nothing is there, it is a folder, or it may not be read.
  public convenience init(path: String, inflatesGzip: Bool = true) throws(TabularError) {
    let file = try InputFile(path: path)
    self.init(.file(file), Self.name(ofPath: path), size: file.size, inflatesGzip: inflatesGzip)
  }

  /// Reads from memory; each read returns at most `readSize` bytes.
  public convenience init(bytes: [UInt8], name: String = "bytes", readSize: Int = .max) {
    self.init(.memory(bytes, readSize: max(1, readSize)), name, size: bytes.count)
  }

  private init(_ origin: Origin, _ name: String, size: Int?, inflatesGzip: Bool = true) {
    self.origin = origin
    self.name = name
    self.size = size
    self.inflatesGzip = inflatesGzip
  }

  /// The standard input of the process, which stays open afterwards.
  public static func standardInput() -> ByteSource {
    let file = InputFile.standardInput()
    return ByteSource(.file(file), "standard input", size: file.size)
  }

  /// Reads the bytes that are available into `buffer`, from `index` on; waits if there are none.
  ///
  /// - Returns: the number of bytes read; 0 at the end.
  /// - Throws: `TabularError` if the system cannot read, with its reason, and if a gzip file is
  ///   damaged or cut short; later calls throw the same error.
  public func read(into buffer: inout [UInt8], at index: Int) throws(TabularError) -> Int {
    // Without pauses there always is a count.
    try read(into: &buffer, at: index, mayPause: false) ?? 0
  }

  /// Like ``read(into:at:)``, but returns `nil` at a pause.
  func read(
    into buffer: inout [UInt8], at index: Int, mayPause: Bool
  ) throws(TabularError) -> Int? {
    if let failure { throw failure }
    do throws(TabularError) {
      let count =
        if text == nil { try nextBytes(into: &buffer, at: index, mayPause: mayPause) } else {
          try text?.read(into: &buffer, at: index) { (piece) throws(TabularError) in
            try nextBytes(into: &piece, at: 0, mayPause: mayPause)
          }
        }
      delivered += count ?? 0
      return count
    } catch {
      failure = error
      throw error
    }
  }

  /// Lets reading pause between rows, so that rows read so far can be used.
  ///
  /// - Parameters:
  ///   - milliseconds: A pipe, a FIFO or a terminal pauses this long after the first bytes since
  ///     the last pause; `nil` for never.
  ///   - descriptor: Any input pauses as soon as this is readable; waiting for a header then fails.
  public func pauses(after milliseconds: Int64?, stoppedBy descriptor: Int32) {
    pauses = Pauses(limit: size == nil ? milliseconds : nil, stop: descriptor)
  }

  /// Whether a pipe has something to read, or ends, within milliseconds; true for other inputs.
  ///
  /// - Throws: `TabularError` if reading is stopped before.
  package func comes(within milliseconds: Int32) throws(TabularError) -> Bool {
    guard case .file(let file) = origin, file.isPipe else { return true }
    switch try file.wait(milliseconds: milliseconds, stop: pauses?.stop ?? -1) {
    case .readable: return true
    case .late: return false
    case .stopped: throw Self.stopped
    }
  }

  /// Waits until something can be read; false if a pause comes first.
  private func waitsForBytes(untilPause: Bool) throws(TabularError) -> Bool {
    guard case .file(let file) = origin, size == nil else {
      return pauses.map { !InputFile.isReadable($0.stop) } ?? true
    }
    var milliseconds: Int32?
    if untilPause, let limit = pauses?.limit, let first = pauses?.firstBytesAt {
      milliseconds = Int32(clamping: max(0, first + limit - InputFile.milliseconds()))
    }
    if try file.wait(milliseconds: milliseconds, stop: pauses?.stop ?? -1) == .readable {
      return true
    }
    pauses?.firstBytesAt = nil
    return false
  }

  /// Returns the first bytes without consuming them, 4 KiB at most.
  ///
  /// It reads a pipe until its first line ends, or until the kind of file is known.
  ///
  /// - Throws: as ``read(into:at:)``.
  package func peek() throws(TabularError) -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: FileKind.zipLength)
    while ahead.count < buffer.count, !Self.tellsKind(ahead) {
      let held = ahead
      ahead = []
      let count = try nextBytes(into: &buffer, at: 0, mayPause: false) ?? 0
      // The first read may have left more there.
      ahead = held + buffer[..<count] + ahead
      if count == 0 { break }
    }
    return ahead.prefix(buffer.count)
  }

  private static func tellsKind(_ bytes: [UInt8]) -> Bool {
    if FileKind.isZip(bytes[...]) || !FileKind.isDecided(by: bytes[...]) { return false }
    let line = bytes.drop { $0 == lf || $0 == cr }
    return bytes.count >= FileKind.prefixLength && !line.isEmpty
      || line.contains { $0 == lf || $0 == cr }
  }

  private func nextBytes(
    into buffer: inout [UInt8], at index: Int, mayPause: Bool
  ) throws(TabularError) -> Int? {
    if !hasBegun {
      hasBegun = true
      if try !beginsWithGzip(), ahead.isEmpty { return 0 }
    }
    if !ahead.isEmpty { return takeAhead(into: &buffer, at: index) }
    func more(_ bytes: inout [UInt8], _ index: Int) throws(TabularError) -> Int? {
      if mayPause, try !waitsForBytes(untilPause: true) { return nil }
      return try rawBytes(into: &bytes, at: index)
    }
    guard gzip != nil else { return try more(&buffer, index) }
    guard pauses?.limit != nil else {
      return try gzip?.read(into: &buffer, at: index) { (input) throws(TabularError) in
        try more(&input, 0)
      }
    }
    // What is followed is recorded as it comes, so each member waits for its checksum.
    var piece = [UInt8](repeating: 0, count: 64 * 1024)
    while ahead.isEmpty {
      let count = try gzip?.read(into: &piece, at: 0, stopsAfterMember: true) {
        (input) throws(TabularError) in try more(&input, 0)
      }
      guard let count else { return nil }
      unchecked += piece[..<count]
      guard unchecked.count <= Self.heldLimit else {
        throw TabularError(
          reason: "has more than 32 MiB in one member of gzip, none of which is read before its "
            + "checksum is known: end a member more often, or do not follow it")
      }
      if gzip?.isInMember == true { continue }
      (ahead, unchecked) = (unchecked, [])
      if gzip?.hasEnded == true { break }
    }
    return takeAhead(into: &buffer, at: index)
  }

  private func takeAhead(into buffer: inout [UInt8], at index: Int) -> Int {
    let count = min(ahead.count, buffer.count - index)
    buffer.replaceSubrange(index..<index + count, with: ahead[..<count])
    ahead.removeFirst(count)
    return count
  }

  /// Reads the first bytes into `ahead`, or starts a gzip stream with them if they are gzip data.
  private func beginsWithGzip() throws(TabularError) -> Bool {
    var head = [UInt8](repeating: 0, count: 64 * 1024)
    var count = try rawBytes(into: &head, at: 0)
    if inflatesGzip, count == 1, head[0] == GzipStream.magic[0] {
      count += try rawBytes(into: &head, at: count)
    }
    if inflatesGzip, head[..<count].starts(with: GzipStream.magic) {
      isGzip = true
      gzip = try GzipStream(head: head[..<count])
      return true
    }
    ahead = Array(head[..<count])
    return false
  }

  private func rawBytes(into buffer: inout [UInt8], at index: Int) throws(TabularError) -> Int {
    guard try waitsForBytes(untilPause: false) else { throw Self.stopped }
    let count: Int
    switch origin {
    case .file(let file): count = try file.read(into: &buffer, at: index, offset: position)
    case .shared(let file):
      count = try file.read(from: position, into: &buffer, at: index, to: buffer.count)
    case .memory(let bytes, let readSize):
      count = min(bytes.count - position, buffer.count - index, readSize)
      buffer.replaceSubrange(index..<index + count, with: bytes[position..<position + count])
    }
    position += count
    if let taker { try taker(buffer[index..<index + count]) }
    if pauses?.limit != nil, pauses?.firstBytesAt == nil {
      pauses?.firstBytesAt = InputFile.milliseconds()
    }
    return count
  }

  private static let stopped = TabularError(
    .failed, reason: "was not read to its end: reading was stopped")

  /// Reads any part of the input, independent of the position, to the beginning of `buffer`.
  ///
  /// - Returns: the number of bytes read, which is less than `count` only at the end.
  /// - Throws: `TabularError` if the system cannot read.
  func read(_ count: Int, from offset: Int, into buffer: inout [UInt8]) throws(TabularError) -> Int
  {
    if let pauses, InputFile.isReadable(pauses.stop) { throw Self.stopped }
    var filled = 0
    while filled < count {
      let got: Int
      switch origin {
      case .file(let file), .shared(let file):
        got = try file.read(from: offset + filled, into: &buffer, at: filled, to: count)
      case .memory(let bytes, _):
        got = max(0, min(count - filled, bytes.count - offset - filled))
        let first = offset + filled
        buffer.replaceSubrange(filled..<filled + got, with: bytes[first..<first + got])
      }
      if got == 0 { break }
      filled += got
    }
    // Some parts are read twice, but count only up to the size.
    position = min(position + filled, size ?? .max)
    return filled
  }

  /// Returns the input if any part of it can be read at any time, else the rest of it, in memory.
  ///
  /// - Throws: `TabularError` if it must be held in memory and is larger than 32 MiB, and as
  ///   ``read(into:at:)``.
  public func seekable() throws(TabularError) -> ByteSource {
    // Only now it is known whether the input is compressed.
    _ = try peek()
    if size != nil && gzip == nil { return self }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try read(into: &buffer, at: 0), count > 0 {
      bytes += buffer[..<count]
      if bytes.count > Self.heldLimit { throw Self.tooLargeToBeHeld }
    }
    return held(bytes)
  }

  /// What the input holds, in memory; reading it stops as that of the input does.
  func held(_ bytes: [UInt8], named given: String? = nil) -> ByteSource {
    let held = ByteSource(bytes: bytes, name: given ?? name)
    held.pauses = pauses
    return held
  }

  private static let tooLargeToBeHeld = TabularError(
    reason: "is larger than 32 MiB, too large to be held: give it as a file of its own, "
      + "neither through a pipe nor in gzip")

  /// A path as messages show it, with newlines and other control characters escaped.
  public static func name(ofPath path: String) -> String {
    if path.isEmpty { return "\"\"" }
    var name = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\n": name += "\\n"
      case "\r": name += "\\r"
      case "\t": name += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        name += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: name.unicodeScalars.append(scalar)
      }
    }
    return name
  }
}

// MARK: Checksums

extension ByteSource {
  /// Whether the input has checksums that are only known to be right at its end.
  ///
  /// Only known after the first read.
  public var isUnchecked: Bool { isGzip && !isCopy }

  /// Reads the whole input from its beginning, beside what is read of it otherwise.
  ///
  /// Gzip data is decompressed, which compares its checksums.
  ///
  /// - Parameter taker: Takes the bytes as they are in the file.
  /// - Throws: as ``read(into:at:)``.
  public func checkWhole(givingTo taker: @escaping Taker = { _ in }) throws(TabularError) {
    guard let whole = try again() else { return }
    whole.taker = taker
    try whole.readToEnd()
  }

  /// The input from its beginning, beside what is read of it otherwise; `nil` for one that can be
  /// read once only, such as a pipe.
  ///
  /// - Throws: as ``read(into:at:)``.
  public func again() throws(TabularError) -> ByteSource? {
    let whole: ByteSource
    switch origin {
    case .file(let file), .shared(let file):
      guard let again = try file.again() else { return nil }
      whole = ByteSource(.shared(again), name, size: size, inflatesGzip: inflatesGzip)
    case .memory(let bytes, _): whole = ByteSource(bytes: bytes, name: name)
    }
    whole.pauses = pauses
    return whole
  }

  /// The input, or if it is gzip data that can be read only once, a copy of it on the disk.
  ///
  /// The checksums of a copy have been compared. Nothing of the input may have been read before.
  ///
  /// - Throws: as ``read(into:at:)``, and if there is no room for the copy.
  public func rereadable() throws(TabularError) -> ByteSource {
    guard size == nil else { return self }
    var head: [UInt8] = []
    taker = { head += $0 }
    _ = try peek()
    taker = nil
    guard isGzip else { return self }
    let copy = try InputFile.temporary()
    try copy.append(head[...])
    taker = { (bytes) throws(TabularError) in try copy.append(bytes) }
    try readToEnd()
    taker = nil
    let source = ByteSource(.file(try copy.finished(size: position)), name, size: position)
    source.pauses = pauses
    source.isCopy = true
    return source
  }

  private func readToEnd() throws(TabularError) {
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while try read(into: &buffer, at: 0) > 0 {}
  }
}
