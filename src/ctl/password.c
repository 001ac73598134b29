/* SPDX-License-Identifier: GPL-3.0-or-later
 * Passwords from a file or stdin.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/password.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#define MAX_BYTES 1024

void
hearth_password_free (HearthPassword *password)
{
  sodium_free (password);
}

/* Byte by byte, and unbuffered: what follows the first line of stdin belongs to the command. */
static bool
read_line (int fd, char *line, gsize *length)
{
  *length = 0;
  while (*length < MAX_BYTES)
    {
      gssize n = read (fd, line + *length, 1);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return false;
      if (n == 0 || line[*length] == '\n')
        {
          if (*length > 0 && line[*length - 1] == '\r')
            (*length)--;
          line[*length] = '\0';
          return true;
        }
      (*length)++;
    }
  errno = EFBIG;
  return false;
}

HearthPassword *
hearth_password_read (const char *path, GError **error)
{
  g_autoptr (HearthPassword) line = NULL;
  g_autofd int file = -1;
  gsize length;

  if (sodium_init () < 0 || (line = sodium_malloc (MAX_BYTES + 1)) == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
                           _ ("There is no locked memory for the password."));
      return NULL;
    }
  if (strcmp (path, "-") != 0 && (file = g_open (path, O_RDONLY | O_CLOEXEC)) < 0)
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved),
                   _ ("The password file cannot be opened: %s."), g_strerror (saved));
      return NULL;
    }
  if (!read_line (file >= 0 ? file : STDIN_FILENO, line, &length))
    {
      int saved = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (saved),
                   _ ("The password cannot be read: %s."), g_strerror (saved));
      return NULL;
    }
  if (!g_utf8_validate_len (line, length, NULL))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("The password is not UTF-8 text."));
      return NULL;
    }
  return g_steal_pointer (&line);
}
