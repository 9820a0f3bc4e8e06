import Fuzz
import Glibc

// `FuzzDriver TARGET [option of libFuzzer]… [corpus]…`; without a target, their names.
// <https://llvm.org/docs/LibFuzzer.html>

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

enum Chosen {
  static let target = FuzzTarget.all.first { $0.name == CommandLine.arguments.dropFirst().first }
}

/// Wanted by libFuzzer's own `main`, which is linked in but knows nothing of targets.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(Finding) {
    try Chosen.target?.check(bytes)
  } catch {
    print("not so: \(error)")
    fflush(nil)
    abort()
  }
  return 0
}

if Chosen.target == nil {
  for target in FuzzTarget.all { print(target.name) }
  exit(CommandLine.argc == 1 ? 0 : 64)
}
var count = CommandLine.argc - 1
var arguments = unsafe CommandLine.unsafeArgv + 1
exit(unsafe runDriver(&count, &arguments, testOneInput))
