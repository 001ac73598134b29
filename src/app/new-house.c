/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house: built in a folder beside its place, and moved there only when its recovery sheet was typed
 * back. Given up before that, nothing remains.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/new-house.h"

#include "app/job.h"
#include "app/sheet-check.h"
#include "core/wipe.h"
#include "records/types.h"
#include "rules/found-house.h"
#include "store/workshop.h"

struct _HearthNewHouse {
  GObject parent_instance;

  /* Owned */
  HearthClock *clock;
  const HearthKeyCost *cost;
  char *folder;
  HearthWorkshop *workshop; /* NULL when there is none */
  char *title;
  HearthKeyring *keyring;
  HearthRecoverySheet *sheet;
  bool sheet_confirmed;
};

G_DEFINE_FINAL_TYPE (HearthNewHouse, hearth_new_house, G_TYPE_OBJECT)

typedef struct {
  char *workshop;
  char *password;
  HearthClock *clock;
  const HearthKeyCost *cost;
  HearthRecord *house;
  HearthRecord *account;
  HearthRecoverySheet *sheet;
} MakeData;

/* ---- Helpers ---- */

static void
make_data_free (MakeData *data)
{
  g_free (data->workshop);
  hearth_text_wipe (data->password);
  g_clear_object (&data->clock);
  g_clear_object (&data->house);
  g_clear_object (&data->account);
  g_clear_pointer (&data->sheet, hearth_recovery_sheet_free);
  g_free (data);
}

static gpointer
make (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  MakeData *data = user_data;
  g_autoptr (HearthStore) store = NULL;
  HearthKeyring *keyring = NULL;

  store = hearth_house_found (data->workshop, data->house, data->account, data->password, data->cost,
                              data->clock, &keyring, &data->sheet, error);
  if (store != NULL)
    hearth_store_close (store);
  return keyring;
}

/* ---- Callbacks ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HearthNewHouse *self = g_task_get_source_object (task);
  MakeData *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->keyring = hearth_job_run_finish (HEARTH_JOB (source), result, &error);
  if (self->keyring == NULL)
    {
      g_clear_pointer (&self->workshop, hearth_workshop_free);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->sheet = g_steal_pointer (&data->sheet);
  g_task_return_boolean (task, TRUE);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  int *wrong_half = g_task_get_task_data (task);

  if (hearth_sheet_check_finish (result, wrong_half, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- Overrides ---- */

static void
hearth_new_house_dispose (GObject *object)
{
  HearthNewHouse *self = HEARTH_NEW_HOUSE (object);

  g_clear_pointer (&self->workshop, hearth_workshop_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->sheet, hearth_recovery_sheet_free);
  g_clear_object (&self->keyring);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearth_new_house_parent_class)->dispose (object);
}

static void
hearth_new_house_class_init (HearthNewHouseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_new_house_dispose;
}

static void
hearth_new_house_init (HearthNewHouse *self)
{
}

/* ---- Public ---- */

HearthNewHouse *
hearth_new_house_new (HearthClock *clock, const HearthKeyCost *cost)
{
  HearthNewHouse *self = g_object_new (HEARTH_TYPE_NEW_HOUSE, NULL);

  self->clock = g_object_ref (clock);
  self->cost = cost;
  return self;
}

void
hearth_new_house_make_async (HearthNewHouse *self,
                             const HearthNewHouseDetails *details,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (HearthJob) job = NULL;
  g_autoptr (GError) error = NULL;
  MakeData *data;

  g_return_if_fail (HEARTH_IS_NEW_HOUSE (self));
  g_return_if_fail (self->workshop == NULL);
  self->workshop = hearth_workshop_new (details->folder, &error);
  if (self->workshop == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_set_str (&self->folder, details->folder);
  g_free (self->title);
  self->title = g_strdup_printf ("%s · %s", details->organisation, details->house_name);

  data = g_new0 (MakeData, 1);
  data->workshop = g_strdup (self->workshop);
  data->clock = g_object_ref (self->clock);
  data->password = g_strdup (details->password);
  data->cost = self->cost;
  data->house = hearth_record_new (&hearth_house_type);
  hearth_record_set (data->house, "name", details->house_name);
  hearth_record_set (data->house, "organisation", details->organisation);
  data->account = hearth_record_new (&hearth_account_type);
  hearth_record_set (data->account, "user", details->user);
  hearth_record_set (data->account, "name", details->person_name);
  hearth_record_set (data->account, "role", "director");
  hearth_record_set (data->account, "active", "yes");

  g_task_set_task_data (task, data, (GDestroyNotify) make_data_free);
  job = hearth_job_new ();
  hearth_job_run_async (job, make, g_object_unref, data, NULL, made_cb, g_steal_pointer (&task));
}

bool
hearth_new_house_make_finish (HearthNewHouse *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const HearthRecoverySheet *
hearth_new_house_get_sheet (HearthNewHouse *self)
{
  g_return_val_if_fail (HEARTH_IS_NEW_HOUSE (self), NULL);
  return self->sheet;
}

const char *
hearth_new_house_get_title (HearthNewHouse *self)
{
  g_return_val_if_fail (HEARTH_IS_NEW_HOUSE (self), NULL);
  return self->title;
}

void
hearth_new_house_try_sheet_async (HearthNewHouse *self,
                                  const char *first_half,
                                  const char *second_half,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, g_new0 (int, 1), g_free);
  hearth_sheet_check_async (self->workshop, first_half, second_half, tried_cb, task);
}

bool
hearth_new_house_try_sheet_finish (HearthNewHouse *self,
                                   GAsyncResult *result,
                                   int *wrong_half,
                                   GError **error)
{
  *wrong_half = *(int *) g_task_get_task_data (G_TASK (result));
  self->sheet_confirmed = g_task_propagate_boolean (G_TASK (result), error);
  return self->sheet_confirmed;
}

HearthSession *
hearth_new_house_finish (HearthNewHouse *self, GError **error)
{
  g_return_val_if_fail (HEARTH_IS_NEW_HOUSE (self), NULL);
  g_return_val_if_fail (self->sheet_confirmed, NULL);

  if (self->workshop != NULL)
    {
      if (!hearth_workshop_finish (self->workshop, self->folder, error))
        return NULL;
      g_clear_pointer (&self->workshop, hearth_workshop_free);
      g_clear_pointer (&self->sheet, hearth_recovery_sheet_free);
    }
  return hearth_session_open_with_keyring (self->folder, self->keyring, self->clock, error);
}
