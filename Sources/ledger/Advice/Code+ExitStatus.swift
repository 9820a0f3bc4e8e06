import LedgerCore

extension LedgerError.Code {
  /// The status with which the program ends.
  ///
  /// 64 and 75 are EX_USAGE and EX_TEMPFAIL of sysexits.h.
  var exitStatus: Int32 {
    switch self {
    case .invalid: 64
    case .busy, .unavailable: 75
    case .damaged: 3
    case .notFound, .conflict, .refused, .denied, .full, .internal: 1
    }
  }
}
