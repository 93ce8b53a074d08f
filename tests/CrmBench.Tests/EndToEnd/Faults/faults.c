/*
 * Stands between a program and the disk (LD_PRELOAD) and lets one call fail, so that a test can ask what is left behind. Only calls that change
 * something below one folder count; everything else goes through untouched.
 *
 *   FAULT_UNDER   full path of the folder
 *   FAULT_AT      number of the first call that fails, from 1 on; 0: none
 *   FAULT_KIND    kill:   the process ends before the call, as if somebody had killed it
 *                 killed: the process ends after the call
 *                 error:  this call alone fails with an input/output error
 *                 full:   this call, and every later one that needs room, fails because the disk is full
 *   FAULT_NO_SWAP names cannot be exchanged in one step, as on many file systems
 *   FAULT_COUNT   a file that takes the number of calls at the end, one line a process
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MOST_FILES = 65536, NEEDS_ROOM = 1, NEEDS_NONE = 0 };

static atomic_long calls;
static atomic_char watched[MOST_FILES];
static const char *under, *kind;
static long at;

static int is(const char *name) { return kind != NULL && strcmp(kind, name) == 0; }

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("FAULT_AT");
  under = getenv("FAULT_UNDER");
  kind = getenv("FAULT_KIND");
  at = number == NULL ? 0 : atol(number);
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("FAULT_COUNT");
  FILE *out = file == NULL ? NULL : fopen(file, "a");
  if (out != NULL) {
    fprintf(out, "%ld\n", atomic_load(&calls));
    fclose(out);
  }
}

static int below(const char *path) {
  size_t length = under == NULL ? 0 : strlen(under);
  return length > 0 && path != NULL && strncmp(path, under, length) == 0;
}

static int ours(int file) { return file >= 0 && file < MOST_FILES && atomic_load(&watched[file]); }

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* Counts a call; what it must fail with, or 0. */
static int fault(int needs_room, int *dies_after) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  *dies_after = 0;
  if (at == 0 || number < at) return 0;
  if (number == at && is("kill")) die();
  if (number == at && is("killed")) *dies_after = 1;
  if (number == at && is("error")) return EIO;
  if (is("full") && needs_room) return ENOSPC;
  return 0;
}

/* The runtime asks for some calls by name, and by the library, where nothing can stand between: for these it is given ours. */
static void *next(const char *name) {
  static void *(*real)(void *, const char *);
  const char *versions[] = { "GLIBC_2.34", "GLIBC_2.17", "GLIBC_2.2.5" };
  for (size_t i = 0; real == NULL && i < sizeof versions / sizeof *versions; i++) {
    real = (void *(*)(void *, const char *))dlvsym(RTLD_NEXT, "dlsym", versions[i]);
  }
  return real(RTLD_NEXT, name);
}

#define REAL(name) static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))next(#name)

#define CALL(is_ours, needs_room, expression) \
  int dies_after = 0; \
  if (is_ours) { \
    int error = fault(needs_room, &dies_after); \
    if (error != 0) { errno = error; return -1; } \
  } \
  __typeof__(expression) result = expression; \
  if (dies_after) die(); \
  return result;

static int opened(int file, const char *path) {
  if (file >= 0 && file < MOST_FILES) atomic_store(&watched[file], below(path));
  return file;
}

static int makes(const char *path, int flags) { return below(path) && (flags & (O_CREAT | O_TRUNC)) != 0; }

#define MODE(flags) \
  mode_t mode = 0; \
  if (flags & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = (mode_t)va_arg(rest, int); va_end(rest); }

int open(const char *path, int flags, ...) {
  REAL(open); MODE(flags)
  CALL(makes(path, flags), NEEDS_ROOM, opened(real(path, flags, mode), path))
}
int open64(const char *path, int flags, ...) {
  REAL(open64); MODE(flags)
  CALL(makes(path, flags), NEEDS_ROOM, opened(real(path, flags, mode), path))
}
int openat(int folder, const char *path, int flags, ...) {
  REAL(openat); MODE(flags)
  CALL(makes(path, flags), NEEDS_ROOM, opened(real(folder, path, flags, mode), path))
}
int close(int file) {
  REAL(close);
  if (file >= 0 && file < MOST_FILES) atomic_store(&watched[file], 0);
  return real(file);
}
ssize_t write(int file, const void *bytes, size_t count) { REAL(write); CALL(ours(file), NEEDS_ROOM, real(file, bytes, count)) }
ssize_t pwrite(int file, const void *bytes, size_t count, off_t from) { REAL(pwrite); CALL(ours(file), NEEDS_ROOM, real(file, bytes, count, from)) }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t from) { REAL(pwrite64); CALL(ours(file), NEEDS_ROOM, real(file, bytes, count, from)) }
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t from) { REAL(pwritev); CALL(ours(file), NEEDS_ROOM, real(file, parts, count, from)) }
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t from) { REAL(pwritev64); CALL(ours(file), NEEDS_ROOM, real(file, parts, count, from)) }
int mkdir(const char *path, mode_t mode) { REAL(mkdir); CALL(below(path), NEEDS_ROOM, real(path, mode)) }
int unlink(const char *path) { REAL(unlink); CALL(below(path), NEEDS_NONE, real(path)) }
int rmdir(const char *path) { REAL(rmdir); CALL(below(path), NEEDS_NONE, real(path)) }
int rename(const char *from, const char *to) { REAL(rename); CALL(below(to), NEEDS_NONE, real(from, to)) }
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
  REAL(renameat2);
  if (below(to) && getenv("FAULT_NO_SWAP") != NULL) { errno = EINVAL; return -1; }
  CALL(below(to), NEEDS_NONE, real(from_folder, from, to_folder, to, flags))
}

void *dlsym(void *library, const char *name) {
  REAL(dlsym);
  return strcmp(name, "renameat2") == 0 ? (void *)renameat2 : real(library, name);
}
