import Tabular

extension TabularError {
  /// The place and the reason, with the option that helps.
  var advice: String {
    switch kind {
    case .delimiter: "\(self) with --delimiter, or in a profile"
    case .missing, .denied, .failed, .content: description
    }
  }
}
