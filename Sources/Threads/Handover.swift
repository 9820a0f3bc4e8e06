import Glibc

/// Hands values from a thread that makes them to the one that uses them, in their order.
///
/// The thread makes one value while the one before is used, and no more, so that memory is bounded.
@safe public final class Handover<Value> {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: Value?
  private var isFinished = false
  private var isClosed = false

  private init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Starts a thread that makes values until `next` has none, or nobody wants more.
  ///
  /// What `next` holds belongs to that thread from here on: the compiler cannot follow it through
  /// the C library, so the caller must keep nothing of it. `nil` where there can be no thread.
  public static func making(_ next: @escaping () -> Value?) -> Handover? {
    let handover = Handover()
    let work = ThreadWork {
      while let value = next(), handover.put(value) {}
      handover.finish()
    }
    var thread = pthread_t()
    let context = unsafe Unmanaged.passRetained(work).toOpaque()
    let code = unsafe pthread_create(&thread, nil, run, context)
    guard code == 0 else {
      unsafe Unmanaged<ThreadWork>.fromOpaque(context).release()
      return nil
    }
    pthread_detach(thread)
    return handover
  }

  /// The next value, for which it waits; `nil` where there are no more.
  public func take() -> Value? {
    locked {
      while waiting == nil, !isFinished { wait() }
      let value = waiting
      waiting = nil
      wake()
      return value
    }
  }

  /// Says that no more values are wanted: the thread ends with the one that it is making.
  public func close() {
    locked {
      isClosed = true
      waiting = nil
      wake()
    }
  }

  private func put(_ value: Value) -> Bool {
    locked {
      waiting = value
      wake()
      while waiting != nil, !isClosed { wait() }
      return !isClosed
    }
  }

  private func finish() {
    locked {
      isFinished = true
      wake()
    }
  }

  private func locked<T>(_ body: () -> T) -> T {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return body()
  }

  private func wait() { unsafe pthread_cond_wait(changed, mutex) }

  private func wake() { unsafe pthread_cond_broadcast(changed) }
}

/// What a thread does.
private final class ThreadWork {
  let body: () -> Void

  init(_ body: @escaping () -> Void) { self.body = body }
}

@safe private func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context = unsafe context {
    unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().body()
  }
  return nil
}
