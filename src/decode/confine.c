/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving up every right that decoding does not need, before the first byte of a file is looked at.
 */
#include "decode/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_MEMORY ((rlim_t) 1536 * 1024 * 1024)
#define MOST_FILES 64
#define SECONDS_PER_REQUEST 20
#define MOST_SECONDS 1800

static void
require (gboolean done)
{
  if (!done)
    abort ();
}

static void
limit (int resource, rlim_t most)
{
  struct rlimit value = { .rlim_cur = most, .rlim_max = most };

  require (setrlimit ((__rlimit_resource_t) resource, &value) == 0);
}

static void
forbid (scmp_filter_ctx filter, const char *call)
{
  int number = seccomp_syscall_resolve_name (call);

  /* A call that this machine's kernels never had needs no rule. */
  if (number >= 0)
    require (seccomp_rule_add (filter, SCMP_ACT_ERRNO (EPERM), number, 0) == 0);
}

/* Fonts and loaders are read from the disk; nothing is ever written to it. */
static void
forbid_writing (scmp_filter_ctx filter, int call, unsigned int argument)
{
  static const int flags[] = { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC };

  for (gsize i = 0; call >= 0 && i < G_N_ELEMENTS (flags); i++)
    {
      struct scmp_arg_cmp with =
        SCMP_CMP (argument, SCMP_CMP_MASKED_EQ, (scmp_datum_t) flags[i], (scmp_datum_t) flags[i]);

      require (seccomp_rule_add_array (filter, SCMP_ACT_ERRNO (EACCES), call, 1, &with) == 0);
    }
}

/* Threads, which libraries may start, are the only new tasks. */
static void
forbid_processes (scmp_filter_ctx filter)
{
  struct scmp_arg_cmp no_thread = SCMP_A0 (SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0);

  require (seccomp_rule_add_array (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (clone), 1, &no_thread) == 0);
  /* Its flags are in memory, where a filter cannot look: the C library then uses the one above. */
  require (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (clone3), 0) == 0);
}

/* An abort is a signal to itself; limits are asked for as process 0. Nobody else's. */
static void
forbid_others (scmp_filter_ctx filter)
{
  struct scmp_arg_cmp other = SCMP_A0 (SCMP_CMP_NE, (scmp_datum_t) getpid ());
  struct scmp_arg_cmp not_self = SCMP_A0 (SCMP_CMP_NE, 0);

  require (seccomp_rule_add_array (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (tgkill), 1, &other) == 0);
  require (seccomp_rule_add_array (filter, SCMP_ACT_ERRNO (EPERM), SCMP_SYS (prlimit64), 1, &not_self) == 0);
}

static void
filter_calls (void)
{
  static const char *const calls[] = {
    /* network and other processes */
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "execve", "execveat", "fork",
    "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "shmget", "msgget", "semget",
    "mq_open",
    /* the disk */
    "creat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink",
    "unlinkat", "mkdir", "mkdirat", "rmdir", "mknod", "mknodat", "truncate", "chmod", "fchmod", "fchmodat",
    "fchmodat2", "chown", "fchown", "lchown", "fchownat", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
    "utime", "utimes", "utimensat", "futimesat", "mount", "umount2", "chroot", "pivot_root", "memfd_create",
    "swapon", "open_tree", "move_mount",
    /* wide doors of the kernel; to a terminal that was opened for reading one can type */
    "ioctl", "bpf", "io_uring_setup", "io_uring_enter", "io_uring_register", "userfaultfd", "perf_event_open",
    "add_key", "request_key", "keyctl", "unshare", "setns", "init_module", "finit_module", "kexec_load",
    "open_by_handle_at", "name_to_handle_at", "personality"
  };
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  require (filter != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    forbid (filter, calls[i]);
  forbid_writing (filter, seccomp_syscall_resolve_name ("open"), 1);
  forbid_writing (filter, seccomp_syscall_resolve_name ("openat"), 2);
  /* Its flags are in memory too. */
  require (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (openat2), 0) == 0);
  forbid_processes (filter);
  forbid_others (filter);
  require (seccomp_load (filter) == 0);
  seccomp_release (filter);
}

void
confine (void)
{
  struct rlimit time = { .rlim_cur = SECONDS_PER_REQUEST, .rlim_max = MOST_SECONDS };

  require (close_range (STDERR_FILENO + 1, ~0U, 0) == 0);
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_AS, MOST_MEMORY);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, MOST_FILES);
  require (setrlimit (RLIMIT_CPU, &time) == 0);
  require (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
  require (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0);
  /* Also when the program was killed and could not say so. */
  require (prctl (PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0);
  filter_calls ();
}

void
confine_allow_time (void)
{
  struct rlimit time = { .rlim_max = MOST_SECONDS };
  struct rusage used;

  require (getrusage (RUSAGE_SELF, &used) == 0);
  time.rlim_cur =
    MIN ((rlim_t) (used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + SECONDS_PER_REQUEST, time.rlim_max);
  require (setrlimit (RLIMIT_CPU, &time) == 0);
}
