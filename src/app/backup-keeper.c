/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copies that nobody has to think of: in the house's own folder, and on the stick when it is there.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/backup-keeper.h"

#include <glib/gstdio.h>

#include "app/backup-place.h"
#include "app/copy-memory.h"
#include "app/job.h"
#include "store/audit.h"
#include "store/copies.h"

#define EVERY_S (30 * 60)
/* A copy whose keys stay in memory behind a locked window, and that the end of the program waits for. */
#define MOST_S 30

/** One copy to be made. */
typedef struct {
  char *folder;
  char *outside; /* path, or NULL where none is due there */
  char *now;     /* RFC 3339, UTC */
  HearthKeyring *keyring;
  bool left; /* nobody else uses the keys: they are wiped when the copy is made */
} CopyOrder;

/** What came of it. */
typedef struct {
  char *own_time;
  GError *own_error;
  char *outside_time;
  GError *outside_error;
} CopyOutcome;

struct _HearthBackupKeeper {
  GObject parent_instance;

  /* Owned */
  HearthSession *session; /* NULL while nothing is open */
  char *anchor;           /* of the audit when the last copy was begun, or at sign-in */
  bool changed; /* something that the audit does not tell of: typed and not saved, or since before */
  guint source;
  HearthJob *job; /* NULL while no copy is made */
  CopyOrder *order; /* of the job; borrowed from it */
  CopyOrder *next; /* to be made after it */
  guint limit_source;
  bool stopped; /* whatever goes wrong with the copy is of our own doing */
};

G_DEFINE_FINAL_TYPE (HearthBackupKeeper, hearth_backup_keeper, G_TYPE_OBJECT)

static void begin (HearthBackupKeeper *self, CopyOrder *order);

static void
copy_order_free (CopyOrder *order)
{
  if (order->left)
    hearth_keyring_close (order->keyring);
  g_object_unref (order->keyring);
  g_free (order->folder);
  g_free (order->outside);
  g_free (order->now);
  g_free (order);
}

static void
copy_outcome_free (CopyOutcome *outcome)
{
  g_free (outcome->own_time);
  g_free (outcome->outside_time);
  g_clear_error (&outcome->own_error);
  g_clear_error (&outcome->outside_error);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CopyOutcome, copy_outcome_free)

/* ---- In the thread ---- */

/* When it was made, as its manifest says; NULL with @error. */
static char *
copy_to (const CopyOrder *order, const char *place, GCancellable *cancellable, GError **error)
{
  const char *house = hearth_keyring_get_house_id (order->keyring);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HearthCopy) copy = NULL;
  g_autofree char *path = NULL;

  if (!hearth_house_backup (order->folder, order->keyring, place, HEARTH_COPY_SCHEDULED, &path, NULL, NULL,
                            cancellable, error))
    return NULL;
  copy = hearth_copy_find_newest (path, house, NULL);
  if (copy == NULL)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CORRUPT, "");
      return NULL;
    }
  /* The copy is made; old ones that could not be removed are no harm to it. The next copy, which may be under way
   * already, removes them too. */
  if (!hearth_copies_thin (place, house, order->now, &local_error) &&
      !g_error_matches (local_error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_LOCKED))
    g_warning ("Old copies could not be removed: %s", local_error->message);
  return g_strdup (copy->made_at);
}

static gpointer
make_copies (HearthJob *job, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const CopyOrder *order = user_data;
  g_autofree char *own = hearth_backup_keeper_dup_place (order->folder);
  CopyOutcome *outcome = g_new0 (CopyOutcome, 1);

  /* Where that fails, so does the copy, which says why. */
  g_mkdir (own, 0700);
  outcome->own_time = copy_to (order, own, cancellable, &outcome->own_error);
  /* Where the house's own disk is full or failing, the stick is all the more wanted. */
  if (order->outside != NULL)
    outcome->outside_time = copy_to (order, order->outside, cancellable, &outcome->outside_error);
  return outcome;
}

/* ---- Helpers ---- */

static HearthStore *
get_store (HearthBackupKeeper *self)
{
  return self->session != NULL ? hearth_session_get_store (self->session) : NULL;
}

static bool
is_due (HearthBackupKeeper *self)
{
  HearthStore *store = get_store (self);
  g_autofree char *anchor = store != NULL ? hearth_store_dup_anchor (store) : NULL;

  return self->changed || (anchor != NULL && g_strcmp0 (anchor, self->anchor) != 0);
}

/* Everything up to now is in the copy that is begun, or too little to make one for. */
static void
set_unchanged (HearthBackupKeeper *self)
{
  HearthStore *store = get_store (self);

  self->changed = false;
  g_clear_pointer (&self->anchor, g_free);
  if (store != NULL)
    self->anchor = hearth_store_dup_anchor (store);
}

/* Once a day is enough for a stick that stays in. */
static bool
is_outside_due (const char *folder, GDateTime *now)
{
  g_autofree char *time = hearth_copy_recall (HEARTH_COPY_OUTSIDE, folder);
  g_autoptr (GDateTime) made = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;
  g_autoptr (GDateTime) local =
    made != NULL ? g_date_time_to_timezone (made, g_date_time_get_timezone (now)) : NULL;

  return local == NULL || g_date_time_get_year (local) != g_date_time_get_year (now) ||
         g_date_time_get_day_of_year (local) != g_date_time_get_day_of_year (now);
}

static CopyOrder *
copy_order_new (HearthBackupKeeper *self)
{
  HearthStore *store = get_store (self);
  CopyOrder *order = g_new0 (CopyOrder, 1);
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (store));
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *outside = hearth_backup_place_dup (hearth_store_get_folder (store));

  order->folder = g_strdup (hearth_store_get_folder (store));
  order->now = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  order->keyring = g_object_ref (hearth_session_get_keyring (self->session));
  /* A stick that is not there is no fault: after a week Today reminds of it. */
  if (outside != NULL && g_file_test (outside, G_FILE_TEST_IS_DIR) && is_outside_due (order->folder, now))
    order->outside = g_steal_pointer (&outside);
  return order;
}

static void
note (HearthStore *store, const char *made_at)
{
  g_autoptr (GError) error = NULL;

  if (!hearth_store_is_read_only (store) && !hearth_store_note (store, "backup", NULL, NULL, made_at, &error))
    g_warning ("A copy could not be noted: %s", error->message);
}

/* In the audit of the house that is open, or as soon as it is open again. */
static void
note_or_remember (HearthBackupKeeper *self, const char *folder, const char *made_at)
{
  HearthStore *store = get_store (self);
  bool unchanged;

  if (store == NULL || !g_str_equal (hearth_store_get_folder (store), folder))
    {
      hearth_copy_remember (HEARTH_COPY_UNNOTED, folder, made_at);
      return;
    }
  unchanged = !is_due (self);
  note (store, made_at);
  /* The row about a copy is no reason for another. */
  if (unchanged)
    set_unchanged (self);
}

static void
remember_problem (const char *folder, const CopyOutcome *outcome)
{
  const GError *error = outcome->own_error != NULL ? outcome->own_error : outcome->outside_error;
  g_autofree char *problem =
    error != NULL ? hearth_copy_problem_new (error, outcome->own_error == NULL) : NULL;

  if (error != NULL)
    g_message ("No copy: %s", error->message);
  hearth_copy_remember (HEARTH_COPY_PROBLEM, folder, problem);
}

static void
remember_outcome (HearthBackupKeeper *self, const CopyOrder *order, const CopyOutcome *outcome)
{
  if (outcome->own_time != NULL)
    {
      hearth_copy_remember (HEARTH_COPY_OWN, order->folder, outcome->own_time);
      if (!self->changed)
        hearth_copy_remember (HEARTH_COPY_DUE, order->folder, NULL);
      note_or_remember (self, order->folder, outcome->own_time);
    }
  else
    self->changed = true;
  if (outcome->outside_time != NULL)
    hearth_copy_remember (HEARTH_COPY_OUTSIDE, order->folder, outcome->outside_time);
  remember_problem (order->folder, outcome);
}

/* ---- Callbacks ---- */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthBackupKeeper) self = user_data;
  g_autoptr (CopyOutcome) outcome = hearth_job_run_finish (HEARTH_JOB (source), result, NULL);

  g_clear_handle_id (&self->limit_source, g_source_remove);
  if (self->order->left)
    hearth_keyring_close (self->order->keyring);
  if (self->stopped)
    self->changed = true;
  else
    remember_outcome (self, self->order, outcome);
  self->order = NULL;
  g_clear_object (&self->job);
  if (self->next != NULL)
    begin (self, g_steal_pointer (&self->next));
}

static gboolean
limit_cb (gpointer user_data)
{
  HearthBackupKeeper *self = user_data;

  self->limit_source = 0;
  hearth_backup_keeper_stop (self);
  return G_SOURCE_REMOVE;
}

static void
begin (HearthBackupKeeper *self, CopyOrder *order)
{
  self->order = order;
  self->stopped = false;
  self->job = hearth_job_new ();
  if (order->left)
    self->limit_source = g_timeout_add_seconds (MOST_S, limit_cb, self);
  hearth_job_run_async (self->job, make_copies, (GDestroyNotify) copy_outcome_free, order,
                        (GDestroyNotify) copy_order_free, done_cb, g_object_ref (self));
}

static gboolean
timer_cb (gpointer user_data)
{
  hearth_backup_keeper_look (user_data);
  return G_SOURCE_CONTINUE;
}

/* What is typed and not saved is in the database too. */
static void
drafts_changed_cb (HearthBackupKeeper *self)
{
  self->changed = true;
}

/* ---- Overrides ---- */

static void
hearth_backup_keeper_dispose (GObject *object)
{
  HearthBackupKeeper *self = HEARTH_BACKUP_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->limit_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->anchor, g_free);

  G_OBJECT_CLASS (hearth_backup_keeper_parent_class)->dispose (object);
}

static void
hearth_backup_keeper_class_init (HearthBackupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_backup_keeper_dispose;
}

static void
hearth_backup_keeper_init (HearthBackupKeeper *self)
{
}

/* ---- Public ---- */

HearthBackupKeeper *
hearth_backup_keeper_new (void)
{
  return g_object_new (HEARTH_TYPE_BACKUP_KEEPER, NULL);
}

char *
hearth_backup_keeper_dup_place (const char *folder)
{
  return g_build_filename (folder, HEARTH_COPIES_NAME, NULL);
}

void
hearth_backup_keeper_open (HearthBackupKeeper *self, HearthSession *session)
{
  HearthStore *store = hearth_session_get_store (session);
  const char *folder = hearth_store_get_folder (store);
  g_autofree char *unnoted = hearth_copy_recall (HEARTH_COPY_UNNOTED, folder);
  g_autofree char *due = hearth_copy_recall (HEARTH_COPY_DUE, folder);
  g_autofree char *own = hearth_copy_recall (HEARTH_COPY_OWN, folder);

  g_return_if_fail (HEARTH_IS_BACKUP_KEEPER (self));
  g_return_if_fail (self->session == NULL);
  self->session = g_object_ref (session);
  if (unnoted != NULL)
    {
      note (store, unnoted);
      hearth_copy_remember (HEARTH_COPY_UNNOTED, folder, NULL);
    }
  set_unchanged (self);
  self->changed = due != NULL || own == NULL;
  g_signal_connect_object (store, "drafts-changed", G_CALLBACK (drafts_changed_cb), self, G_CONNECT_SWAPPED);
  self->source = g_timeout_add_seconds (EVERY_S, timer_cb, self);
}

/* Whether the keys may stay until a copy is made: not where somebody else may be about to take the computer. */
static bool
may_finish (const char *reason)
{
  static const char *const reasons[] = { "idle", "lock", "quit", NULL };

  return g_strv_contains (reasons, reason);
}

/* The session, which is not followed any more; a copy that was due stays due. */
static HearthSession *
let_go (HearthBackupKeeper *self)
{
  HearthSession *session;

  if (is_due (self))
    hearth_copy_remember (HEARTH_COPY_DUE, hearth_store_get_folder (get_store (self)), "yes");
  g_signal_handlers_disconnect_by_data (get_store (self), self);
  g_clear_handle_id (&self->source, g_source_remove);
  session = g_steal_pointer (&self->session);
  set_unchanged (self);
  return session;
}

void
hearth_backup_keeper_leave (HearthBackupKeeper *self, const char *reason)
{
  g_autoptr (HearthSession) session = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;
  CopyOrder *order;

  g_return_if_fail (HEARTH_IS_BACKUP_KEEPER (self));
  g_return_if_fail (self->session != NULL);
  order = is_due (self) && may_finish (reason) ? copy_order_new (self) : NULL;
  session = let_go (self);
  if (order == NULL)
    {
      hearth_session_close (session, reason);
      hearth_backup_keeper_stop (self);
      return;
    }
  order->left = true;
  keyring = hearth_session_close_for_copy (session, reason);
  if (self->job == NULL)
    {
      begin (self, order);
      return;
    }
  g_clear_pointer (&self->next, copy_order_free);
  self->next = order;
}

HearthKeyring *
hearth_backup_keeper_hand_over (HearthBackupKeeper *self, const char *reason)
{
  g_autoptr (HearthSession) session = NULL;

  g_return_val_if_fail (HEARTH_IS_BACKUP_KEEPER (self), NULL);
  g_return_val_if_fail (self->session != NULL, NULL);
  session = let_go (self);
  hearth_backup_keeper_stop (self);
  return hearth_session_close_for_copy (session, reason);
}

void
hearth_backup_keeper_stop (HearthBackupKeeper *self)
{
  g_return_if_fail (HEARTH_IS_BACKUP_KEEPER (self));
  g_clear_pointer (&self->next, copy_order_free);
  if (self->job == NULL)
    return;
  self->stopped = true;
  hearth_job_cancel (self->job);
  if (self->order->left)
    hearth_keyring_close (self->order->keyring);
}

void
hearth_backup_keeper_look (HearthBackupKeeper *self)
{
  g_return_if_fail (HEARTH_IS_BACKUP_KEEPER (self));
  if (self->session == NULL || self->job != NULL || !is_due (self))
    return;
  hearth_copy_remember (HEARTH_COPY_DUE, hearth_store_get_folder (get_store (self)), "yes");
  set_unchanged (self);
  begin (self, copy_order_new (self));
}

bool
hearth_backup_keeper_is_working (HearthBackupKeeper *self)
{
  g_return_val_if_fail (HEARTH_IS_BACKUP_KEEPER (self), false);
  return self->job != NULL;
}
