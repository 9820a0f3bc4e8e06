import Glibc

/// Hands values in order from the thread that produces them to the one that uses them.
///
/// The thread produces one value while the previous one is used, and no more, so memory is bounded.
@safe package final class Handover<Value> {
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

  /// Starts a thread that produces values until `next` returns `nil` or ``close()`` is called.
  ///
  /// What `next` holds belongs to that thread from here on. The compiler cannot follow it through
  /// the C library, so the caller must keep none of it. Returns `nil` if no thread can be started.
  package static func making(_ next: @escaping () -> Value?) -> Handover? {
    giving { give in while let value = next(), give(value) {} }
  }

  /// Starts a thread that runs `body`, which gives values; giving one returns whether others are
  /// wanted.
  ///
  /// As for ``making(_:)``, what `body` holds belongs to that thread.
  package static func giving(
    _ body: @escaping (@escaping (Value) -> Bool) -> Void
  ) -> Handover? {
    let handover = Handover()
    let work = ThreadWork {
      body(handover.put)
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

  /// Waits for the next value and returns it; `nil` if there are no more.
  package func take() -> Value? {
    locked {
      while waiting == nil, !isFinished { wait() }
      let value = waiting
      waiting = nil
      wake()
      return value
    }
  }

  /// Waits for the next value no longer than this; `nil` if none has come, or there are no more.
  package func take(within milliseconds: Int) -> Value? {
    var deadline = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &deadline)
    let nanoseconds = deadline.tv_nsec + milliseconds % 1000 * 1_000_000
    deadline.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
    deadline.tv_nsec = nanoseconds % 1_000_000_000
    return locked {
      while waiting == nil, !isFinished {
        if unsafe pthread_cond_timedwait(changed, mutex, &deadline) == ETIMEDOUT { break }
      }
      let value = waiting
      waiting = nil
      wake()
      return value
    }
  }

  /// Ends production: the thread stops after the value that it is making.
  package func close() {
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

/// The work of a thread.
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
