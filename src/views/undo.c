/* SPDX-License-Identifier: GPL-3.0-or-later
 * Taking back what was just done, while the toast that offers it is up.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/undo.h"

#include <glib/gi18n-lib.h>

#include "core/record-diff.h"
#include "views/tell.h"

#define OFFER_SECONDS 10
#define KEY "hearth-undo-offer"

typedef struct _Offer Offer;

struct _Offer {
  /* Weak */
  GtkWidget *overlay;
  GtkWidget *window;

  /* Borrowed: the toast owns the offer */
  AdwToast *toast;

  /* Owned */
  HearthStore *store;
  GPtrArray *records;  /* of HearthRecord: as they were before, or as they were made */
  GArray *revisions;   /* of gint64: what each must still be at */
  HearthDraft *draft;

  bool (*perform) (Offer *offer, GError **error);
  const char *done; /* N_() */
};

/* ---- Helpers ---- */

static void
forget (Offer *offer)
{
  if (offer->window == NULL || g_object_get_data (G_OBJECT (offer->window), KEY) != offer)
    return;
  g_object_set_data (G_OBJECT (offer->window), KEY, NULL);
  gtk_widget_action_set_enabled (offer->window, "win.undo", FALSE);
}

static void
offer_free_cb (gpointer data, GClosure *closure)
{
  Offer *offer = data;

  forget (offer);
  g_clear_weak_pointer (&offer->overlay);
  g_clear_weak_pointer (&offer->window);
  g_object_unref (offer->store);
  g_ptr_array_unref (offer->records);
  g_array_unref (offer->revisions);
  g_clear_pointer (&offer->draft, hearth_draft_free);
  g_free (offer);
}

/* The record as it is now, where nobody changed it since the toast came up. */
static HearthRecord *
load_unchanged (Offer *offer, guint i, GError **error)
{
  const char *id = hearth_record_get_id (g_ptr_array_index (offer->records, i));
  g_autoptr (HearthRecord) record = hearth_store_load (offer->store, id, error);

  if (record == NULL)
    return NULL;
  if (hearth_record_get_revision (record) == g_array_index (offer->revisions, gint64, i))
    return g_steal_pointer (&record);
  g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT, id);
  return NULL;
}

static void
tell_not_done (Offer *offer, const GError *error)
{
  const char *heading = _ ("This could not be undone");

  if (offer->overlay == NULL)
    return;
  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_CONFLICT))
    hearth_tell (offer->overlay, heading,
                 _ ("It was changed again since, so it stays as it is now. Its history shows every "
                    "version."));
  else if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_KEY))
    hearth_tell (offer->overlay, heading, _ ("The house was locked meanwhile. Nothing was changed."));
  else
    hearth_tell_error (offer->overlay, heading, error);
}

static void
perform (Offer *offer)
{
  g_autoptr (GError) error = NULL;

  forget (offer);
  if (!offer->perform (offer, &error))
    tell_not_done (offer, error);
  else if (offer->overlay != NULL)
    hearth_toast (offer->overlay, _ (offer->done), NULL);
}

/* ---- Ways back ---- */

static bool
bring_back (Offer *offer, GError **error)
{
  HearthRecord *before = g_ptr_array_index (offer->records, 0);
  g_autoptr (HearthRecord) current = load_unchanged (offer, 0, error);
  g_autoptr (HearthRecord) record = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (current == NULL)
    return false;
  record = hearth_record_copy (current);
  differences = hearth_record_diff (record, before);
  for (guint i = 0; i < differences->len; i++)
    {
      const HearthField *field = g_ptr_array_index (differences, i);

      hearth_record_set (record, field->name, hearth_record_get (before, field->name));
    }
  return hearth_store_save (offer->store, record, "undo", NULL, error);
}

static bool
mark_one (Offer *offer, guint i, GError **error)
{
  g_autoptr (HearthRecord) record = load_unchanged (offer, i, error);

  return record != NULL && hearth_store_mark_in_error (offer->store, record, _ ("Undone at once"), error);
}

/* What was made last is taken back first: it may point at what was made before it. */
static bool
take_back (Offer *offer, GError **error)
{
  if (!hearth_store_begin (offer->store, error))
    return false;
  for (guint i = offer->records->len; i-- > 0;)
    if (!mark_one (offer, i, error))
      {
        hearth_store_roll_back (offer->store);
        return false;
      }
  return hearth_store_commit (offer->store, error);
}

static bool
bring_back_and_take_back (Offer *offer, GError **error)
{
  if (!hearth_store_begin (offer->store, error))
    return false;
  for (guint i = offer->records->len; i-- > 1;)
    if (!mark_one (offer, i, error))
      {
        hearth_store_roll_back (offer->store);
        return false;
      }
  if (bring_back (offer, error))
    return hearth_store_commit (offer->store, error);
  hearth_store_roll_back (offer->store);
  return false;
}

static bool
keep_again (Offer *offer, GError **error)
{
  return hearth_store_save_draft (offer->store, offer->draft, error);
}

/* ---- Offering ---- */

static void
clicked_cb (AdwToast *toast, Offer *offer)
{
  perform (offer);
}

static void
dismissed_cb (AdwToast *toast, Offer *offer)
{
  forget (offer);
}

/* One thing at a time can be undone: what an earlier toast offered is settled. NULL where there is no window. */
static Offer *
make_offer (GtkWidget *near, HearthStore *store, const char *words)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (near));
  Offer *last = window != NULL ? g_object_get_data (G_OBJECT (window), KEY) : NULL;
  AdwToast *toast;
  Offer *offer;

  if (last != NULL)
    adw_toast_dismiss (last->toast);
  toast = hearth_toast (near, words, _ ("Undo"));
  if (toast == NULL)
    return NULL;
  adw_toast_set_timeout (toast, OFFER_SECONDS);
  offer = g_new0 (Offer, 1);
  g_set_weak_pointer (&offer->overlay, gtk_widget_get_ancestor (near, ADW_TYPE_TOAST_OVERLAY));
  g_set_weak_pointer (&offer->window, window);
  offer->toast = toast;
  offer->store = g_object_ref (store);
  offer->records = g_ptr_array_new_with_free_func (g_object_unref);
  offer->revisions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect (toast, "dismissed", G_CALLBACK (dismissed_cb), offer);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (clicked_cb), offer, offer_free_cb, 0);
  if (window != NULL)
    {
      g_object_set_data (G_OBJECT (window), KEY, offer);
      gtk_widget_action_set_enabled (window, "win.undo", TRUE);
    }
  return offer;
}

static void
add_record (Offer *offer, HearthRecord *record, gint64 revision)
{
  g_ptr_array_add (offer->records, g_object_ref (record));
  g_array_append_val (offer->revisions, revision);
}

static bool
is_in_a_file (HearthRecord *record)
{
  return hearth_record_get_record_type (record)->owner != HEARTH_OWNER_HOUSE ||
         g_str_equal (hearth_record_get_record_type (record)->name, "resident");
}

/* ---- Public ---- */

void
hearth_undo_offer (GtkWidget *near, HearthStore *store, HearthRecord *before)
{
  g_autoptr (HearthRecord) current = NULL;
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (HEARTH_IS_RECORD (before));

  current = hearth_store_load (store, hearth_record_get_id (before), NULL);
  /* A save that changed nothing left no version to go back from. */
  if (current == NULL || hearth_record_get_revision (current) == hearth_record_get_revision (before))
    {
      hearth_toast (near, _ ("Saved"), NULL);
      return;
    }
  offer = make_offer (near, store, _ ("Saved"));
  if (offer == NULL)
    return;
  add_record (offer, before, hearth_record_get_revision (current));
  offer->perform = bring_back;
  offer->done = N_ ("As it was before");
}

void
hearth_undo_offer_new (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (HEARTH_IS_RECORD (record));

  if (!is_in_a_file (record))
    {
      hearth_toast (near, _ ("Saved"), NULL);
      return;
    }
  offer = make_offer (near, store, _ ("Saved"));
  if (offer == NULL)
    return;
  add_record (offer, record, hearth_record_get_revision (record));
  offer->perform = take_back;
  offer->done = N_ ("Marked as entered in error");
}

void
hearth_undo_offer_both (GtkWidget *near,
                        HearthStore *store,
                        HearthRecord *before,
                        HearthRecord *made,
                        const char *words)
{
  g_autoptr (HearthRecord) current = NULL;
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (HEARTH_IS_RECORD (before));

  current = hearth_store_load (store, hearth_record_get_id (before), NULL);
  offer = current != NULL ? make_offer (near, store, words) : NULL;
  if (offer == NULL)
    return;
  add_record (offer, before, hearth_record_get_revision (current));
  if (made != NULL)
    add_record (offer, made, hearth_record_get_revision (made));
  offer->perform = bring_back_and_take_back;
  offer->done = N_ ("As it was before");
}

void
hearth_undo_offer_group (GtkWidget *near, HearthStore *store, GPtrArray *records, const char *words)
{
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (records != NULL && records->len > 0);
  g_return_if_fail (words != NULL);

  offer = make_offer (near, store, words);
  if (offer == NULL)
    return;
  for (guint i = 0; i < records->len; i++)
    {
      HearthRecord *record = g_ptr_array_index (records, i);

      add_record (offer, record, hearth_record_get_revision (record));
    }
  offer->perform = take_back;
  offer->done = N_ ("All of it is marked as entered in error");
}

static HearthDraft *
copy_draft (const HearthDraft *draft)
{
  HearthDraft *copy = hearth_draft_new (draft->type);
  GHashTableIter iter;
  gpointer name, text;

  g_set_str (&copy->id, draft->id);
  g_set_str (&copy->record_id, draft->record_id);
  g_set_str (&copy->resident, draft->resident);
  copy->revision = draft->revision;
  g_hash_table_iter_init (&iter, draft->values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    g_hash_table_insert (copy->values, g_strdup (name), g_strdup (text));
  return copy;
}

void
hearth_undo_offer_draft (GtkWidget *near, HearthStore *store, const HearthDraft *draft)
{
  Offer *offer;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (draft != NULL);

  offer = make_offer (near, store, _ ("Thrown away"));
  if (offer == NULL)
    return;
  offer->draft = copy_draft (draft);
  offer->perform = keep_again;
  offer->done = N_ ("It is back");
}

bool
hearth_undo_perform (GtkWidget *near)
{
  GtkWidget *window;
  Offer *offer;
  g_autoptr (AdwToast) toast = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (near), false);

  window = GTK_WIDGET (gtk_widget_get_root (near));
  offer = window != NULL ? g_object_get_data (G_OBJECT (window), KEY) : NULL;
  if (offer == NULL)
    return false;
  toast = g_object_ref (offer->toast);
  perform (offer);
  adw_toast_dismiss (toast);
  return true;
}
