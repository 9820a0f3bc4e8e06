import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerRenderings

extension CommandFailure {
  /// What the command line says of an error of a library, and ends with; `nil` for other errors.
  ///
  /// `command`: the one that failed, whose options are named.
  init?(_ error: any Error, of command: (any ParsableCommand)? = nil) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as LedgerError:
      let options = command.map { ListedOption.all(of: type(of: $0)).flatMap(\.names) } ?? []
      self.init(error.advice(named: Set(options)), error.code)
    case let error as ImportError: self.init(ImportAdvice().sentence(error), error.code)
    case let error as ProfileError: self.init(ImportAdvice().sentence(error), error.code)
    case let error as FileError: self.init(error.advice, error.code)
    case let fault as QueryFault: self.init(FaultText(fault.advised).text, fault.code)
    default: return nil
    }
  }

  /// A sentence, and the status for its kind of failure.
  init(_ sentence: String, _ code: LedgerError.Code) {
    self.init(sentence, status: code.exitStatus)
  }
}
