/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's time in an open house, from sign-in to lock: keyring, policy and store together.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/session.h"

#include <sodium.h>
#include <string.h>

#include "app/job.h"
#include "core/wipe.h"
#include "store/audit.h"
#include "store/people.h"

struct _HearthSession {
  GObject parent_instance;

  /* Owned */
  HearthKeyring *keyring;
  HearthHousePolicy *policy;
  HearthStore *store;
  char *given_password; /* by somebody else; in locked memory; NULL when there is none */
  HearthInterrupted interrupted;
};

G_DEFINE_FINAL_TYPE (HearthSession, hearth_session, G_TYPE_OBJECT)

typedef struct {
  char *folder;
  char *user; /* NULL with a sheet */
  char *password;
  char *first_half; /* NULL with a password */
  char *second_half;
  int wrong_half;
  HearthClock *clock;
} OpenData;

typedef struct {
  char *folder;
  HearthKeyring *keyring;
  char *user;
  char *old_password;
  char *new_password;
} ChangeData;

static void
open_data_free (OpenData *data)
{
  g_free (data->folder);
  g_free (data->user);
  hearth_text_wipe (data->password);
  hearth_text_wipe (data->first_half);
  hearth_text_wipe (data->second_half);
  g_clear_object (&data->clock);
  g_free (data);
}

static void
change_data_free (ChangeData *data)
{
  g_free (data->folder);
  g_object_unref (data->keyring);
  g_free (data->user);
  hearth_text_wipe (data->old_password);
  hearth_text_wipe (data->new_password);
  g_free (data);
}

/* ---- Helpers ---- */

/* For as long as it has to be changed, so that nobody types it twice. */
static void
keep_given_password (HearthSession *self, const char *password)
{
  gsize size = strlen (password) + 1;

  self->given_password = sodium_malloc (size);
  if (self->given_password != NULL)
    memcpy (self->given_password, password, size);
}

static void
forget_given_password (HearthSession *self)
{
  g_clear_pointer (&self->given_password, sodium_free);
}

/* In the thread. */
static gpointer
prepare_password (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  ChangeData *data = user_data;

  return hearth_new_password_prepare_own (data->folder, data->keyring, data->user, data->old_password,
                                          data->new_password, error);
}

static void
unlock_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OpenData *data = task_data;
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring;

  if (data->password != NULL)
    keyring = hearth_vault_unlock (data->folder, data->user, data->password, &error);
  else
    keyring = hearth_vault_unlock_with_sheet (data->folder, data->first_half, data->second_half,
                                              &data->wrong_half, &error);
  if (keyring == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, keyring, g_object_unref);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenData *data = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = g_task_propagate_pointer (G_TASK (result), &error);
  HearthSession *session = NULL;

  if (keyring != NULL)
    session = hearth_session_open_with_keyring (data->folder, keyring, data->clock, &error);
  if (session != NULL && data->password != NULL && hearth_session_wants_password (session))
    keep_given_password (session, data->password);
  if (session == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, session, g_object_unref);
}

/* Takes @data; the key derivation in a thread, then the store on this one. */
static void
open_with (OpenData *data, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GTask) unlocking = g_task_new (NULL, NULL, unlocked_cb, task);

  g_task_set_task_data (task, data, (GDestroyNotify) open_data_free);
  g_task_set_task_data (unlocking, data, NULL);
  g_task_run_in_thread (unlocking, unlock_thread);
}

/* ---- Callbacks ---- */

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HearthSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewPassword) password = hearth_job_run_finish (HEARTH_JOB (source), result, &error);

  /* Locked meanwhile: the password stays what it was. */
  if (password != NULL && self->store == NULL)
    g_set_error_literal (&error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY, "the house is locked");
  if (password == NULL || self->store == NULL ||
      !hearth_store_change_password (self->store, password, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  forget_given_password (self);
  g_task_return_boolean (task, TRUE);
}

/* ---- Overrides ---- */

static void
hearth_session_dispose (GObject *object)
{
  HearthSession *self = HEARTH_SESSION (object);

  hearth_session_close (self, "lock");
  g_clear_object (&self->policy);
  g_clear_object (&self->keyring);

  G_OBJECT_CLASS (hearth_session_parent_class)->dispose (object);
}

static void
hearth_session_class_init (HearthSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_session_dispose;
}

static void
hearth_session_init (HearthSession *self)
{
}

/* ---- Public ---- */

void
hearth_session_open_async (const char *folder,
                           const char *user,
                           const char *password,
                           HearthClock *clock,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  OpenData *data = g_new0 (OpenData, 1);

  data->folder = g_strdup (folder);
  data->user = g_strdup (user);
  data->password = g_strdup (password);
  data->clock = g_object_ref (clock);
  open_with (data, callback, user_data);
}

HearthSession *
hearth_session_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hearth_session_open_with_sheet_async (const char *folder,
                                      const char *first_half,
                                      const char *second_half,
                                      HearthClock *clock,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  OpenData *data = g_new0 (OpenData, 1);

  data->folder = g_strdup (folder);
  data->first_half = g_strdup (first_half);
  data->second_half = g_strdup (second_half);
  data->clock = g_object_ref (clock);
  open_with (data, callback, user_data);
}

HearthSession *
hearth_session_open_with_sheet_finish (GAsyncResult *result, int *wrong_half, GError **error)
{
  OpenData *data = g_task_get_task_data (G_TASK (result));

  *wrong_half = data->wrong_half;
  return g_task_propagate_pointer (G_TASK (result), error);
}

HearthSession *
hearth_session_open_with_keyring (const char *folder,
                                  HearthKeyring *keyring,
                                  HearthClock *clock,
                                  GError **error)
{
  g_autoptr (HearthHousePolicy) policy = hearth_house_policy_new ();
  g_autoptr (HearthStore) store = NULL;
  bool rotating = hearth_keyring_is_rotating (keyring);
  unsigned int epoch = hearth_keyring_get_epoch (keyring);
  HearthSession *self;

  store = hearth_store_open (folder, keyring, HEARTH_POLICY (policy), clock, error);
  if (store == NULL)
    return NULL;
  hearth_house_policy_set_store (policy, store);
  self = g_object_new (HEARTH_TYPE_SESSION, NULL);
  self->keyring = g_object_ref (keyring);
  self->policy = g_steal_pointer (&policy);
  self->store = g_steal_pointer (&store);
  if (rotating)
    self->interrupted =
      hearth_keyring_get_epoch (keyring) == epoch ? HEARTH_INTERRUPTED_UNDONE : HEARTH_INTERRUPTED_FINISHED;
  return self;
}

HearthInterrupted
hearth_session_get_interrupted (HearthSession *self)
{
  g_return_val_if_fail (HEARTH_IS_SESSION (self), HEARTH_INTERRUPTED_NONE);
  return self->interrupted;
}

HearthStore *
hearth_session_get_store (HearthSession *self)
{
  g_return_val_if_fail (HEARTH_IS_SESSION (self), NULL);
  return self->store;
}

HearthKeyring *
hearth_session_get_keyring (HearthSession *self)
{
  g_return_val_if_fail (HEARTH_IS_SESSION (self), NULL);
  return self->keyring;
}

bool
hearth_session_wants_password (HearthSession *self)
{
  g_return_val_if_fail (HEARTH_IS_SESSION (self), false);
  return hearth_keyring_has_first_password (self->keyring);
}

bool
hearth_session_is_given_password (HearthSession *self, const char *password)
{
  g_return_val_if_fail (HEARTH_IS_SESSION (self), false);
  return self->given_password != NULL && g_str_equal (self->given_password, password);
}

void
hearth_session_change_password_async (HearthSession *self,
                                      const char *old_password,
                                      const char *new_password,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (HearthJob) job = hearth_job_new ();
  ChangeData *data;

  g_return_if_fail (HEARTH_IS_SESSION (self) && self->store != NULL);
  if (old_password == NULL)
    old_password = self->given_password;
  if (old_password == NULL)
    {
      g_task_return_new_error (task, HEARTH_VAULT_ERROR, HEARTH_VAULT_ERROR_MEMORY,
                               "the password was not kept");
      return;
    }
  data = g_new0 (ChangeData, 1);
  data->folder = g_strdup (hearth_store_get_folder (self->store));
  data->keyring = g_object_ref (self->keyring);
  data->user = g_strdup (hearth_record_get (hearth_store_get_account (self->store), "user"));
  data->old_password = g_strdup (old_password);
  data->new_password = g_strdup (new_password);
  hearth_job_run_async (job, prepare_password, (GDestroyNotify) hearth_new_password_free, data,
                        (GDestroyNotify) change_data_free, changed_cb, g_steal_pointer (&task));
}

bool
hearth_session_change_password_finish (HearthSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), false);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hearth_session_close (HearthSession *self, const char *reason)
{
  g_autoptr (HearthKeyring) keyring = hearth_session_close_for_copy (self, reason);

  if (keyring != NULL)
    hearth_keyring_close (keyring);
}

HearthKeyring *
hearth_session_close_for_copy (HearthSession *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (HEARTH_IS_SESSION (self), NULL);
  forget_given_password (self);
  if (self->store == NULL)
    return NULL;
  if (!hearth_store_is_read_only (self->store) &&
      !hearth_store_note (self->store, reason, NULL, NULL, NULL, &error))
    g_warning ("Closing could not be noted: %s", error->message);
  hearth_house_policy_set_store (self->policy, NULL);
  hearth_store_close (self->store);
  g_clear_object (&self->store);
  return g_object_ref (self->keyring);
}
