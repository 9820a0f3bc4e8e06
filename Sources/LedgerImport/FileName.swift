import Tabular

/// A path as messages of an import show it, with control characters escaped.
package func fileName(ofPath path: String) -> String { ByteSource.name(ofPath: path) }
