import Tabular

/// A byte of options, then a file.
@Sendable func checkJSONLines(_ bytes: [UInt8]) throws(Finding) {
  var input = FuzzInput(bytes)
  let options = input.byte()
  let file = Array(input.rest)
  let isNeeded: (String) -> Bool = options & 1 == 0 ? { _ in false } : { $0.utf8.count == 1 }
  let content = try TableContent(jsonLines: file, isNeeded: isNeeded)
  let pieces = try TableContent(
    jsonLines: file, readSize: 1 + options >> 1 & 7, bufferSize: 16 + options >> 4,
    isNeeded: isNeeded)
  try content.expectSame(as: pieces, of: file)
  if content.header.isEmpty { return }
  try checkWriting(content)
}

/// What is written is read back, numbers as they stood.
private func checkWriting(_ content: TableContent) throws(Finding) {
  let names = content.header.map { String(decoding: $0, as: UTF8.self) }
  var file: [UInt8] = []
  for (fields, numbers) in zip(content.records, content.numbers) {
    let members = fields.indices.map { index in
      let text = String(decoding: fields[index], as: UTF8.self)
      return (names[index], numbers[index] ? JSON.number(text) : .string(text))
    }
    file += Array(JSON.object(members).text(pretty: false).utf8) + [UInt8(ascii: "\n")]
  }
  let again = try TableContent(jsonLines: file)
  try expect(again.error == nil, "what is written can be read: \(again.error?.reason ?? "")")
  try expect(again.header == content.header, "keys that are written are read back")
  try expect(again.records == content.records, "objects that are written are read back")
  try expect(again.numbers == content.numbers, "numbers stay numbers")
}
