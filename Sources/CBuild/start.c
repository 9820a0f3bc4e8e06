// Lets a program start where /proc is not mounted, as in an empty root.
//
// Swift's runtime reads its arguments from /proc/self/cmdline, and the place of the program, to look
// for its debugger, from /proc/self/exe; without the latter it ends before `main`.

#include <stdlib.h>
#include <unistd.h>

#ifdef __GLIBC__
__attribute__((weak)) void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

// Before the runtime's own constructors. The GNU C library passes what `main` takes.
__attribute__((constructor(101))) static void start(int count, char **arguments) {
  if (access("/proc/self/cmdline", R_OK) == 0) return;
  setenv("SWIFT_ROOT", "/", 0);
  if (_swift_stdlib_overrideUnsafeArgvArgc != NULL) {
    _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
  }
}
#endif
