/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making a house: built in a folder beside its place, and moved there only when its recovery sheet was typed
 * back. Given up before that, nothing remains.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/new-house.h"

#include "app/secret.h"
#include "records/registry.h"
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
  char *user;
  char *password;
  const HearthKeyCost *cost;
  HearthRecord *house;
  HearthRecord *account;
  HearthRecoverySheet *sheet;
} MakeData;

typedef struct {
  char *folder;
  char *first_half;
  char *second_half;
  int wrong_half;
} SheetData;

/* ---- Helpers ---- */

static void
make_data_free (MakeData *data)
{
  g_free (data->workshop);
  g_free (data->user);
  hearth_secret_free (data->password);
  g_clear_object (&data->house);
  g_clear_object (&data->account);
  g_clear_pointer (&data->sheet, hearth_recovery_sheet_free);
  g_free (data);
}

static void
sheet_data_free (SheetData *data)
{
  g_free (data->folder);
  hearth_secret_free (data->first_half);
  hearth_secret_free (data->second_half);
  g_free (data);
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  MakeData *data = task_data;
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring =
    hearth_vault_create (data->workshop, data->user, data->password, data->cost, &data->sheet, &error);

  if (keyring == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, keyring, g_object_unref);
}

static bool
create_store (HearthNewHouse *self, MakeData *data, GError **error)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (HearthStore) store = NULL;

  hearth_record_set (data->account, "id", hearth_keyring_get_person_id (self->keyring));
  store = hearth_store_create (data->workshop, self->keyring, HEARTH_POLICY (policy), self->clock,
                               data->house, data->account, error);
  if (store == NULL)
    return false;
  hearth_store_close (store);
  return true;
}

static void
try_sheet_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SheetData *data = task_data;
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

/* ---- Callbacks ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HearthNewHouse *self = HEARTH_NEW_HOUSE (source);
  g_autoptr (GTask) task = user_data;
  MakeData *data = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->keyring = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->keyring == NULL || !create_store (self, data, &error))
    {
      g_clear_object (&self->keyring);
      g_clear_pointer (&self->workshop, hearth_workshop_free);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  self->sheet = g_steal_pointer (&data->sheet);
  g_task_return_boolean (task, TRUE);
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
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  MakeData *data;

  g_return_if_fail (HEARTH_IS_NEW_HOUSE (self));
  g_return_if_fail (self->workshop == NULL);
  self->workshop = hearth_workshop_new (details->folder, &error);
  if (self->workshop == NULL)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }
  g_set_str (&self->folder, details->folder);
  g_free (self->title);
  self->title = g_strdup_printf ("%s · %s", details->organisation, details->house_name);

  data = g_new0 (MakeData, 1);
  data->workshop = g_strdup (self->workshop);
  data->user = g_strdup (details->user);
  data->password = g_strdup (details->password);
  data->cost = self->cost;
  data->house = hearth_record_new (hearth_records_lookup_type ("house"));
  hearth_record_set (data->house, "name", details->house_name);
  hearth_record_set (data->house, "organisation", details->organisation);
  data->account = hearth_record_new (hearth_records_lookup_type ("account"));
  hearth_record_set (data->account, "user", details->user);
  hearth_record_set (data->account, "name", details->person_name);
  hearth_record_set (data->account, "role", "director");
  hearth_record_set (data->account, "active", "yes");

  task = g_task_new (self, NULL, made_cb, g_steal_pointer (&outer));
  g_task_set_task_data (task, data, (GDestroyNotify) make_data_free);
  g_task_run_in_thread (task, make_thread);
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
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  SheetData *data = g_new0 (SheetData, 1);

  data->folder = g_strdup (self->workshop);
  data->first_half = g_strdup (first_half);
  data->second_half = g_strdup (second_half);
  g_task_set_task_data (task, data, (GDestroyNotify) sheet_data_free);
  g_task_run_in_thread (task, try_sheet_thread);
}

bool
hearth_new_house_try_sheet_finish (HearthNewHouse *self,
                                   GAsyncResult *result,
                                   int *wrong_half,
                                   GError **error)
{
  SheetData *data = g_task_get_task_data (G_TASK (result));

  *wrong_half = data->wrong_half;
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
