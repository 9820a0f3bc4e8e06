/// Why a command failed, in a sentence, with the program's exit status.
struct CommandFailure: Error {
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }
}
