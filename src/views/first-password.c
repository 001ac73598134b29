/* SPDX-License-Identifier: GPL-3.0-or-later
 * A first password for somebody: taken through the key derivation in a thread, and printed on a slip.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/first-password.h"

#include <sodium.h>
#include <string.h>

#include "report/password-slip.h"
#include "views/report-options.h"

typedef struct {
  char *folder;
  char *user;
  HearthFirstPassword *made; /* without what the store is given, at first */
} MakeData;

static void
make_data_free (MakeData *data)
{
  g_free (data->folder);
  g_free (data->user);
  g_clear_pointer (&data->made, hearth_first_password_free);
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
  MakeData *data = task_data;
  g_autoptr (GError) error = NULL;

  data->made->password =
    hearth_new_password_prepare (data->folder, data->user, data->made->words, true, &error);
  if (data->made->password == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&data->made), (GDestroyNotify) hearth_first_password_free);
}

/* Into locked memory; NULL where there is none. */
static char *
dup_locked (const char *words)
{
  gsize size = strlen (words) + 1;
  char *copy = sodium_malloc (size);

  if (copy != NULL)
    memcpy (copy, words, size);
  return copy;
}

void
hearth_first_password_make_async (HearthStore *store,
                                  const char *user,
                                  const char *words,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  MakeData *data = g_new0 (MakeData, 1);

  g_return_if_fail (HEARTH_IS_STORE (store));
  data->folder = g_strdup (hearth_store_get_folder (store));
  data->user = g_strdup (user);
  data->made = g_new0 (HearthFirstPassword, 1);
  data->made->words = words != NULL ? dup_locked (words) : hearth_password_generate ();
  g_task_set_task_data (task, data, (GDestroyNotify) make_data_free);
  if (data->made->words == NULL)
    g_task_return_new_error_literal (task, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY, "");
  else
    g_task_run_in_thread (task, make_thread);
}

HearthFirstPassword *
hearth_first_password_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

HearthPrintJob *
hearth_first_password_new_slip (const HearthFirstPassword *password, HearthStore *store, const char *user)
{
  HearthRecord *house = hearth_store_get_house (store);
  g_autofree char *title =
    g_strdup_printf ("%s · %s", hearth_record_get (house, "organisation"), hearth_record_get (house, "name"));
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (HearthDocument) document =
    hearth_password_slip_to_document (title, user, password->words, today,
                                      hearth_report_options_get_language (),
                                      hearth_report_options_get_paper ());
  g_autoptr (HearthPages) pages = hearth_pages_new (document);

  return hearth_print_job_new (pages, "1");
}
