/* SPDX-License-Identifier: GPL-3.0-or-later
 * What somebody with a password and tools could do: runs SQL on a house behind Hearth's back.
 */
#define G_LOG_DOMAIN "hearth-tests"

#include "config.h"

#include "vault/vault.h"

#include <sqlite3.h>
#include <stdio.h>

static int
open_with_key (const guint8 *key, gsize length, gpointer user_data)
{
  g_autoptr (GString) raw = g_string_new ("x'");

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (raw, "%02x", key[i]);
  g_string_append_c (raw, '\'');
  return sqlite3_key (user_data, raw->str, (int) raw->len);
}

/* tamper HOUSE USER SQL, the password on stdin */
int
main (int argc, char **argv)
{
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (argv[1], "house.db", NULL);
  char password[256];
  char *message = NULL;
  sqlite3 *db;

  if (fgets (password, sizeof password, stdin) == NULL)
    return 1;
  keyring = hearth_vault_unlock (argv[1], argv[2], g_strchomp (password), &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (hearth_keyring_use_house_key (keyring, open_with_key, db), ==, SQLITE_OK);
  if (sqlite3_exec (db, argv[3], NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  hearth_keyring_close (keyring);
  return 0;
}
