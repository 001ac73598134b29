/* SPDX-License-Identifier: GPL-3.0-or-later
 * Passwords from a file or stdin; never from arguments or the environment, where others can see them.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/** In locked memory, wiped when freed. */
typedef char HearthPassword;
void hearth_password_free (HearthPassword *password);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthPassword, hearth_password_free)

/**
 * hearth_password_read:
 * @path: a file, or "-" for stdin, of which nothing behind the first line is taken
 *
 * Returns: (transfer full): the first line without its end, or NULL with a #GFileError
 */
HearthPassword *hearth_password_read (const char *path, GError **error);

G_END_DECLS
