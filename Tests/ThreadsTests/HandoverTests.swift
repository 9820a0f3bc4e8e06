import Synchronization
import Testing
import Threads

/// A thread makes values, and another takes them.
@Suite struct HandoverTests {
  /// Counts from 1 to a last number, for another thread to see how far.
  private final class Counter: Sendable {
    private let last: Int
    private let count = Atomic<Int>(0)

    init(to last: Int) { self.last = last }

    var made: Int { count.load(ordering: .acquiring) }

    func next() -> Int? {
      guard made < last else { return nil }
      return count.wrappingAdd(1, ordering: .acquiringAndReleasing).newValue
    }
  }

  @Test func `values come in the order in which they are made, and then none`() throws {
    let counter = Counter(to: 1000)
    let handover = try #require(Handover.making { counter.next() })
    var taken: [Int] = []
    while let value = handover.take() { taken.append(value) }
    #expect(taken == Array(1...1000))
    #expect(handover.take() == nil)
  }

  @Test func `of a thread that makes nothing, nothing is taken`() throws {
    let handover = try #require(Handover<Int>.making { nil })
    #expect(handover.take() == nil)
  }

  @Test func `what is not made in time is taken later`() throws {
    let isWanted = Atomic<Bool>(false)
    let counter = Counter(to: 1)
    let handover = try #require(
      Handover.giving { give in
        while !isWanted.load(ordering: .acquiring) {}
        if let value = counter.next() { _ = give(value) }
      })
    #expect(handover.take(within: 10) == nil)
    isWanted.store(true, ordering: .releasing)
    #expect(handover.take() == 1)
    #expect(handover.take(within: 10_000) == nil)
  }

  @Test func `no more is made than one value beside the one that is used`() throws {
    let counter = Counter(to: 1000)
    let handover = try #require(Handover.making { counter.next() })
    while let value = handover.take() { #expect(counter.made <= value + 1) }
    #expect(counter.made == 1000)
  }

  @Test func `a thread ends when nobody wants more, and lets go of what it holds`() async throws {
    weak var held: Counter?
    do {
      let counter = Counter(to: .max)
      held = counter
      let handover = try #require(Handover.making { counter.next() })
      #expect(handover.take() == 1)
      handover.close()
    }
    for _ in 0..<1000 where held != nil { try await Task.sleep(for: .milliseconds(10)) }
    #expect(held == nil)
  }

  @Test func `many threads hand over at once`() throws {
    let handovers = try (1...16).map { number in
      let counter = Counter(to: 100 * number)
      return try #require(Handover.making { counter.next() })
    }
    for (index, handover) in handovers.enumerated() {
      var sum = 0
      while let value = handover.take() { sum += value }
      let last = 100 * (index + 1)
      #expect(sum == last * (last + 1) / 2)
    }
  }
}
