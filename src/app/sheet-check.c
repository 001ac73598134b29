/* SPDX-License-Identifier: GPL-3.0-or-later
 * Trying whether a recovery sheet as typed opens a house, without signing in.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/sheet-check.h"

#include "core/wipe.h"
#include "vault/vault.h"

typedef struct {
  char *folder;
  char *first_half;
  char *second_half;
  int wrong_half;
} CheckData;

static void
check_data_free (CheckData *data)
{
  g_free (data->folder);
  hearth_text_wipe (data->first_half);
  hearth_text_wipe (data->second_half);
  g_free (data);
}

static void
check_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  CheckData *data = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;

  keyring = hearth_vault_unlock_with_sheet (data->folder, data->first_half, data->second_half,
                                            &data->wrong_half, &error);
  if (keyring == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  hearth_keyring_close (keyring);
  g_task_return_boolean (task, TRUE);
}

void
hearth_sheet_check_async (const char *folder,
                          const char *first_half,
                          const char *second_half,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  CheckData *data = g_new0 (CheckData, 1);

  data->folder = g_strdup (folder);
  data->first_half = g_strdup (first_half);
  data->second_half = g_strdup (second_half);
  g_task_set_task_data (task, data, (GDestroyNotify) check_data_free);
  g_task_run_in_thread (task, check_thread);
}

bool
hearth_sheet_check_finish (GAsyncResult *result, int *wrong_half, GError **error)
{
  CheckData *data = g_task_get_task_data (G_TASK (result));

  *wrong_half = data->wrong_half;
  return g_task_propagate_boolean (G_TASK (result), error);
}
