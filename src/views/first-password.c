/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a first password for somebody: four words, taken through the key derivation in a thread.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/first-password.h"

#include <sodium.h>

typedef struct {
  char *folder;
  char *user;
} MakeData;

static void
make_data_free (MakeData *data)
{
  g_free (data->folder);
  g_free (data->user);
  g_free (data);
}

void
hearth_first_password_free (HearthFirstPassword *password)
{
  if (password == NULL)
    return;
  if (password->words != NULL)
    sodium_free (password->words);
  g_clear_pointer (&password->password, hearth_new_password_free);
  g_free (password);
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const MakeData *data = task_data;
  g_autoptr (HearthFirstPassword) made = g_new0 (HearthFirstPassword, 1);
  g_autoptr (GError) error = NULL;

  made->words = hearth_password_generate ();
  if (made->words == NULL)
    {
      g_task_return_new_error_literal (task, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY, "");
      return;
    }
  made->password = hearth_new_password_prepare (data->folder, data->user, made->words, true, &error);
  if (made->password == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&made), (GDestroyNotify) hearth_first_password_free);
}

void
hearth_first_password_make_async (HearthStore *store,
                                  const char *user,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  MakeData *data = g_new0 (MakeData, 1);

  g_return_if_fail (HEARTH_IS_STORE (store));
  data->folder = g_strdup (hearth_store_get_folder (store));
  data->user = g_strdup (user);
  g_task_set_task_data (task, data, (GDestroyNotify) make_data_free);
  g_task_run_in_thread (task, make_thread);
}

HearthFirstPassword *
hearth_first_password_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
