/// The cases of an error, which is what makes an example of each a must: a case that is new in a
/// library compiles only with one here, and one here is asked for its example.
protocol ErrorCase: RawRepresentable<String>, CaseIterable, Hashable {
  associatedtype Value

  /// - Complexity: An exhaustive `switch`, without `default`.
  init(_ value: Value)
}

/// An error, and whether a library or a command really made it.
struct ErrorExample<Value> {
  let value: Value
  /// Only a disk or a system that fails makes it.
  var isConstructed = false
}

/// The error that something ends with.
func thrown<Failure: Error>(
  _ type: Failure.Type = Failure.self, by body: () throws -> Void
) throws -> Failure {
  do { try body() } catch let error as Failure { return error }
  throw NothingThrown(type: "\(type)")
}

struct NothingThrown: Error { let type: String }
