/* Preloaded into a process under test: its disk fails or is full, its clock is wrong, as AMENDS_BROKEN's file says. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* A file whose path has `full` in it can't be written, one with `unsynced` can't be synced; empty: none. */
struct orders { volatile int64_t clock_ms; volatile char full[60]; volatile char unsynced[60]; };
static struct orders *orders;

__attribute__((constructor)) static void obey(void) {
    const char *path = getenv("AMENDS_BROKEN");
    int fd = path ? open(path, O_RDONLY) : -1;
    if (fd < 0) return;
    void *page = mmap(0, sizeof(struct orders), PROT_READ, MAP_SHARED, fd, 0);
    if (page != MAP_FAILED) orders = page;
    close(fd);
}

static int meant(int fd, volatile char *word) {
    char link[40], path[500];
    if (!orders || !word[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, (const char *)word) != 0;
}

#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)
#define FAILS(name, how, code) if (orders && meant(fd, orders->how)) { errno = code; return -1; } REAL(name)

int fsync(int fd) { FAILS(fsync, unsynced, EIO); return real(fd); }
int fdatasync(int fd) { FAILS(fdatasync, unsynced, EIO); return real(fd); }
ssize_t write(int fd, const void *from, size_t n) { FAILS(write, full, ENOSPC); return real(fd, from, n); }
ssize_t pwrite(int fd, const void *from, size_t n, off_t at) { FAILS(pwrite, full, ENOSPC); return real(fd, from, n, at); }
ssize_t pwrite64(int fd, const void *from, size_t n, off64_t at) { FAILS(pwrite64, full, ENOSPC); return real(fd, from, n, at); }

int clock_gettime(clockid_t clock, struct timespec *t) {
    REAL(clock_gettime);
    int result = real(clock, t);
    if (orders && clock == CLOCK_REALTIME) {
        int64_t ms = orders->clock_ms + t->tv_nsec / 1000000;
        t->tv_nsec = t->tv_nsec % 1000000 + ((ms % 1000 + 1000) % 1000) * 1000000;
        t->tv_sec += (ms - (ms % 1000 + 1000) % 1000) / 1000;
    }
    return result;
}
