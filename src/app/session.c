/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person's time in an open house, from sign-in to lock: keyring, policy and store together.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "app/session.h"

#include <string.h>

#include "core/wipe.h"
#include "store/audit.h"

struct _HearthSession {
  GObject parent_instance;

  /* Owned */
  HearthKeyring *keyring;
  HearthHousePolicy *policy;
  HearthStore *store;
};

G_DEFINE_FINAL_TYPE (HearthSession, hearth_session, G_TYPE_OBJECT)

typedef struct {
  char *folder;
  char *user;
  char *password;
  HearthClock *clock;
} OpenData;

static void
open_data_free (OpenData *data)
{
  g_free (data->folder);
  g_free (data->user);
  hearth_text_wipe (data->password);
  g_clear_object (&data->clock);
  g_free (data);
}

static void
unlock_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  OpenData *data = task_data;
  g_autoptr (GError) error = NULL;
  HearthKeyring *keyring = hearth_vault_unlock (data->folder, data->user, data->password, &error);

  if (keyring == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, keyring, g_object_unref);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  OpenData *data = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = g_task_propagate_pointer (G_TASK (result), &error);
  HearthSession *session = NULL;

  if (keyring != NULL)
    session = hearth_session_open_with_keyring (data->folder, keyring, data->clock, &error);
  if (session == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, session, g_object_unref);
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
  GTask *outer = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GTask) task = NULL;
  OpenData *data = g_new0 (OpenData, 1);

  g_task_set_source_tag (outer, hearth_session_open_async);
  data->folder = g_strdup (folder);
  data->user = g_strdup (user);
  data->password = g_strdup (password);
  data->clock = g_object_ref (clock);
  task = g_task_new (NULL, NULL, unlocked_cb, outer);
  g_task_set_task_data (task, data, (GDestroyNotify) open_data_free);
  g_task_run_in_thread (task, unlock_thread);
}

HearthSession *
hearth_session_open_finish (GAsyncResult *result, GError **error)
{
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
  HearthSession *self;

  store = hearth_store_open (folder, keyring, HEARTH_POLICY (policy), clock, error);
  if (store == NULL)
    return NULL;
  hearth_house_policy_set_store (policy, store);
  self = g_object_new (HEARTH_TYPE_SESSION, NULL);
  self->keyring = g_object_ref (keyring);
  self->policy = g_steal_pointer (&policy);
  self->store = g_steal_pointer (&store);
  return self;
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

void
hearth_session_close (HearthSession *self, const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEARTH_IS_SESSION (self));
  if (self->store == NULL)
    return;
  if (!hearth_store_is_read_only (self->store) &&
      !hearth_store_note (self->store, reason, NULL, NULL, NULL, &error))
    g_warning ("Closing could not be noted: %s", error->message);
  hearth_house_policy_set_store (self->policy, NULL);
  hearth_store_close (self->store);
  hearth_keyring_close (self->keyring);
  g_clear_object (&self->store);
}
