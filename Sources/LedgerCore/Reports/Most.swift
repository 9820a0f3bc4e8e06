/// The most items of a list by a limit: none below 0, and all without one.
package func most(_ limit: Int?) -> Int { max(0, limit ?? .max) }
