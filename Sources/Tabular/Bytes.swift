let quote = UInt8(ascii: "\"")
let comma = UInt8(ascii: ",")
let lf = UInt8(ascii: "\n")
let cr = UInt8(ascii: "\r")
let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
