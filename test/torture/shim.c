// Stands between SQLite and the disk (LD_PRELOAD): does to the calls on files of one folder what a control file says, which may
// change while the process runs. The file holds `ID ACTION KINDS FROM COUNT MS`: calls whose KINDS (w write, t truncate, s sync) are
// named are counted anew under every ID, and to those from FROM on, COUNT of them, ACTION happens. Each is noted in CONTROL.struck.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long counted;
static char counting[32];

typedef struct { char id[32], action[16], kinds[8]; long from, count, ms; } Order;

static int ours(int fd) {
  const char *folder = getenv("FAULT_FOLDER");
  char link[64], path[4096];
  if (!folder) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int told(Order *order) {
  char text[256];
  int fd = open(getenv("FAULT_CONTROL"), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  ssize_t length = read(fd, text, sizeof text - 1);
  close(fd);
  if (length <= 0) return 0;
  text[length] = 0;
  return sscanf(text, "%31s %15s %7s %ld %ld %ld", order->id, order->action, order->kinds, &order->from, &order->count, &order->ms) == 6;
}

static void note(char kind, int fd) {
  char path[4096], line[64];
  snprintf(path, sizeof path, "%s.struck", getenv("FAULT_CONTROL"));
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int length = snprintf(line, sizeof line, "%c %ld %d\n", kind, counted, fd);
  syscall(SYS_write, file, line, length);
  close(file);
}

/** Whether this call is one to be struck; 0 where it may pass. */
static int strikes(char kind, int fd, Order *order) {
  int before = errno;
  int struck = ours(fd) && told(order) && strchr(order->kinds, kind) != NULL;
  if (struck) {
    if (strcmp(counting, order->id)) { strcpy(counting, order->id); counted = 0; }
    counted++;
    struck = counted >= order->from && counted < order->from + order->count;
  }
  if (struck) note(kind, fd);
  errno = before;
  return struck;
}

/** Death comes before the call; 1 where it fails with errno, 0 where it goes on. */
static int suffers(const Order *order) {
  if (!strcmp(order->action, "die") || !strcmp(order->action, "tear")) syscall(SYS_exit_group, 86);
  if (!strcmp(order->action, "slow")) {
    struct timespec wait = { order->ms / 1000, (order->ms % 1000) * 1000000 };
    nanosleep(&wait, NULL);
    return 0;
  }
  errno = !strcmp(order->action, "full") ? ENOSPC : EIO;
  return 1;
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

#define SYNC(name) \
  int name(int fd) { \
    Order order; \
    if (strikes('s', fd, &order) && suffers(&order)) return -1; \
    return REAL(name)(fd); \
  }
SYNC(fsync)
SYNC(fdatasync)

#define TRUNCATE(name, offset) \
  int name(int fd, offset length) { \
    Order order; \
    if (strikes('t', fd, &order) && suffers(&order)) return -1; \
    return REAL(name)(fd, length); \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define PWRITE(name, offset) \
  ssize_t name(int fd, const void *bytes, size_t size, offset at) { \
    Order order; \
    if (strikes('w', fd, &order)) { \
      if (!strcmp(order.action, "tear")) REAL(name)(fd, bytes, size / 2, at); \
      if (suffers(&order)) return -1; \
    } \
    return REAL(name)(fd, bytes, size, at); \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t size) {
  Order order;
  if (strikes('w', fd, &order)) {
    if (!strcmp(order.action, "tear")) REAL(write)(fd, bytes, size / 2);
    if (suffers(&order)) return -1;
  }
  return REAL(write)(fd, bytes, size);
}
