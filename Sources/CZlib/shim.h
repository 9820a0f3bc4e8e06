#pragma once
#include <zlib.h>

// Macros that Swift cannot import: they pass the version and the size of the structure.
static inline int tabular_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
