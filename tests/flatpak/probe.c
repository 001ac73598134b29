/* SPDX-License-Identifier: GPL-3.0-or-later
 * Tries what a sandbox must refuse, and says of each whether it could be done: a line “NAME yes” or “NAME no REASON”.
 */
#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE_MS 2000

static void
say (const char *name, bool could)
{
  printf (could ? "%s yes\n" : "%s no %s\n", name, g_strerror (errno));
}

/* Whether something at the other end answers; @message is sent first. */
static bool
answers (int fd, const struct sockaddr *address, socklen_t length)
{
  struct pollfd waiting = { .fd = fd, .events = POLLIN };
  char answer[8];

  if (fd < 0 || connect (fd, address, length) != 0 || send (fd, "hello", 5, MSG_NOSIGNAL) != 5)
    return false;
  if (poll (&waiting, 1, PATIENCE_MS) == 0)
    {
      errno = ETIMEDOUT;
      return false;
    }
  return recv (fd, answer, sizeof answer, 0) == 5;
}

static void
try_network (const char *name, int family, int type, uint16_t port)
{
  struct sockaddr_in four = { .sin_family = AF_INET,
                              .sin_port = htons (port),
                              .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  struct sockaddr_in6 six = { .sin6_family = AF_INET6,
                              .sin6_port = htons (port),
                              .sin6_addr = IN6ADDR_LOOPBACK_INIT };
  int fd = socket (family, type, 0);

  if (family == AF_INET)
    say (name, answers (fd, (struct sockaddr *) &four, sizeof four));
  else
    say (name, answers (fd, (struct sockaddr *) &six, sizeof six));
  close (fd);
}

/* @path begins with @ for a name that is not in the file system. */
static void
try_local_socket (const char *name, const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  size_t length = strlen (path);
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  memcpy (address.sun_path, path, length);
  if (*path == '@')
    address.sun_path[0] = '\0';
  say (name, answers (fd, (struct sockaddr *) &address, offsetof (struct sockaddr_un, sun_path) + length));
  close (fd);
}

static void
try_read (const char *name, const char *path)
{
  char first;
  int fd = open (path, O_RDONLY);

  say (name, fd >= 0 && read (fd, &first, 1) == 1);
  close (fd);
}

/* What is written may land in a folder of the sandbox: whoever started this looks. */
static void
try_write (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT, 0600);

  if (fd >= 0 && write (fd, "x", 1) != 1)
    printf ("write failed\n");
  close (fd);
}

static void
try_run (const char *name, const char *program)
{
  char *const arguments[] = { (char *) program, "-c", "exit 0", NULL };
  int status = -1;
  pid_t child = fork ();

  if (child == 0)
    {
      execv (program, arguments);
      _exit (errno);
    }
  waitpid (child, &status, 0);
  errno = WIFEXITED (status) ? WEXITSTATUS (status) : 0;
  say (name, errno == 0);
}

static void
try_name_on_bus (const char *name, const char *service)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;

  if (bus != NULL)
    answer = g_dbus_connection_call_sync (bus, service, "/", "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                                          G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, &error);
  printf (answer != NULL ? "%s yes\n" : "%s no %s\n", name, error != NULL ? error->message : "");
}

static void
list (const char *name, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *entry;

  while (folder != NULL && (entry = g_dir_read_name (folder)) != NULL)
    printf ("%s %s\n", name, entry);
}

int
main (int argc, char *argv[])
{
  uint16_t port;

  if (argc != 6)
    {
      fprintf (stderr, "probe PORT ABSTRACT-SOCKET SOCKET SECRET-FILE FILE-TO-WRITE\n");
      return 2;
    }
  port = (uint16_t) atoi (argv[1]);
  try_network ("tcp", AF_INET, SOCK_STREAM, port);
  try_network ("tcp6", AF_INET6, SOCK_STREAM, port);
  try_network ("udp", AF_INET, SOCK_DGRAM, port);
  try_local_socket ("abstract-socket", argv[2]);
  try_local_socket ("socket", argv[3]);
  try_read ("read", argv[4]);
  try_write (argv[5]);
  try_run ("shell", "/bin/sh");
  try_name_on_bus ("own-bus-name", "org.hearthrecords.Outside");
  try_name_on_bus ("host-commands", "org.freedesktop.Flatpak");
  list ("device", "/dev");
  list ("home", g_get_home_dir ());
  return 0;
}
