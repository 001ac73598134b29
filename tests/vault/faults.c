/* SPDX-License-Identifier: GPL-3.0-or-later
 * Lets one call of write (), fsync () or rename () fail, or locking memory. The others work, but fsync () does nothing: these tests make
 * thousands of files that need not survive a power cut.
 */
#include "faults.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static guint calls_left;
static int fault_code;
static int write_code;
static bool no_locking;
static FaultCall failed;

ssize_t __real_write (int fd, const void *bytes, size_t length);
int __real_rename (const char *from, const char *to);
ssize_t __wrap_write (int fd, const void *bytes, size_t length);
int __wrap_rename (const char *from, const char *to);
int __wrap_fsync (int fd);
int __real_sodium_mlock (void *address, size_t length);
int __wrap_sodium_mlock (void *address, size_t length);

static bool
is_to_fail (FaultCall call)
{
  if (calls_left == 0 || --calls_left > 0)
    return false;
  failed = call;
  errno = fault_code;
  return true;
}

ssize_t
__wrap_write (int fd, const void *bytes, size_t length)
{
  if (write_code != 0)
    {
      errno = write_code;
      return -1;
    }
  if (!is_to_fail (FAULT_WRITE))
    return __real_write (fd, bytes, length);
  /* A disk that fills up takes a part first. */
  if (__real_write (fd, bytes, length / 2) < 0)
    return -1;
  errno = fault_code;
  return -1;
}

int
__wrap_fsync (int fd)
{
  struct stat info;
  bool is_folder = fstat (fd, &info) == 0 && S_ISDIR (info.st_mode);

  return is_to_fail (is_folder ? FAULT_SYNC_FOLDER : FAULT_SYNC_FILE) ? -1 : 0;
}

int
__wrap_rename (const char *from, const char *to)
{
  return is_to_fail (FAULT_RENAME) ? -1 : __real_rename (from, to);
}

int
__wrap_sodium_mlock (void *address, size_t length)
{
  return no_locking ? -1 : __real_sodium_mlock (address, length);
}

void
faults_refuse_locking (bool refused)
{
  no_locking = refused;
}

void
faults_arm (guint nth, int code)
{
  calls_left = nth;
  fault_code = code;
  failed = FAULT_NONE;
}

void
faults_refuse_writes (int code)
{
  write_code = code;
}

FaultCall
faults_disarm (void)
{
  calls_left = 0;
  return failed;
}
