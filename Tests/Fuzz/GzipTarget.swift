import Tabular

/// A byte of options, then a gzip file, or what is to be packed into one.
@Sendable func checkGzip(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let readSize = 1 + options >> 1 & 7
  if options & 1 == 0 {
    let file = Array(input.rest)
    let content = StreamContent(file, readSize: .max)
    let pieces = StreamContent(file, readSize: readSize)
    // Of a damaged file, more or less comes out before the damage is met.
    try expect(
      pieces.sum == content.sum || content.error != nil,
      "the size of the reads makes no difference")
    try expect(pieces.error == content.error, "the size of the reads makes no other error")
    try expect(content.count <= 2048 * file.count, "nothing grows beyond what deflate can")
  } else {
    let size = 1 + options >> 4
    let first = input.rest.prefix(input.rest.count / 2)
    let second = input.rest.dropFirst(first.count)
    let file = [first, second].map { StoredData.gzip($0, blockSize: size) }
    let zeros = [UInt8](repeating: 0, count: options & 0x80 == 0 ? 0 : 512)
    let content = StreamContent(file[0] + file[1] + zeros, readSize: readSize)
    try expect(content.error == nil, "what is stored can be read: \(content.error?.reason ?? "")")
    try expect(content.sum == mixed(Array(input.rest)), "what is stored is read back")
    let cut = StreamContent(file[0] + file[1].dropLast(), readSize: readSize)
    try expect(cut.error != nil, "a file cut short is refused")
  }
}

/// What comes out of a source, which may be too much to be held.
private struct StreamContent {
  var count = 0
  var sum = mixed([])
  var error: TabularError?

  init(_ file: [UInt8], readSize: Int) {
    let source = ByteSource(bytes: file, readSize: readSize)
    var buffer = [UInt8](repeating: 0, count: 1000)
    do throws(TabularError) {
      while case let size = try source.read(into: &buffer, at: 0), size > 0 {
        count += size
        for byte in buffer[..<size] { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    } catch { self.error = error }
  }
}
