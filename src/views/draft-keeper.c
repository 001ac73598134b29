/* SPDX-License-Identifier: GPL-3.0-or-later
 * Keeps what is typed on a page: two seconds after the first unsaved key, when the page is left, and at once when asked.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/draft-keeper.h"

#include <glib/gi18n-lib.h>

#include "core/id.h"
#include "views/tell.h"

/* Together with the time a save takes: at most two seconds after the first unsaved key. */
#define DRAFT_DELAY_MS 1500

struct _HearthDraftKeeper {
  GObject parent_instance;

  /* Borrowed */
  AdwNavigationPage *page;
  HearthTypedFunc typed;

  /* Owned */
  HearthStore *store;
  HearthDraft *draft;
  guint source;
  gulong popped_handler;
  bool done;
};

G_DEFINE_FINAL_TYPE (HearthDraftKeeper, hearth_draft_keeper, G_TYPE_OBJECT)

/* ---- Helpers ---- */

static void
discard (HearthDraftKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (hearth_store_discard_draft (self->store, self->draft->id, &error))
    g_clear_pointer (&self->draft->saved_at, g_free);
  else
    g_warning ("A draft could not be discarded: %s", error->message);
}

/* ---- Callbacks ---- */

static gboolean
due_cb (gpointer user_data)
{
  HearthDraftKeeper *self = user_data;

  self->source = 0;
  hearth_draft_keeper_keep (self);
  return G_SOURCE_REMOVE;
}

static void
popped_cb (HearthDraftKeeper *self, AdwNavigationPage *page, AdwNavigationView *navigation)
{
  AdwToast *toast;

  if (page != self->page || self->done)
    return;
  hearth_draft_keeper_keep (self);
  self->done = true;
  if (self->draft->saved_at == NULL)
    return;
  toast = hearth_toast (GTK_WIDGET (navigation), _ ("Kept as unfinished"), _ ("Continue"));
  if (toast != NULL)
    {
      adw_toast_set_action_target (toast, "s", self->draft->id);
      adw_toast_set_action_name (toast, "win.continue-draft");
    }
}

/* ---- Overrides ---- */

static void
hearth_draft_keeper_dispose (GObject *object)
{
  HearthDraftKeeper *self = HEARTH_DRAFT_KEEPER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->draft, hearth_draft_free);

  G_OBJECT_CLASS (hearth_draft_keeper_parent_class)->dispose (object);
}

static void
hearth_draft_keeper_class_init (HearthDraftKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_draft_keeper_dispose;
}

static void
hearth_draft_keeper_init (HearthDraftKeeper *self)
{
}

/* ---- Public ---- */

HearthDraftKeeper *
hearth_draft_keeper_new (HearthStore *store,
                         AdwNavigationPage *page,
                         HearthTypedFunc typed,
                         HearthDraft *draft)
{
  HearthDraftKeeper *self = g_object_new (HEARTH_TYPE_DRAFT_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->page = page;
  self->typed = typed;
  self->draft = draft;
  if (draft->id == NULL)
    draft->id = hearth_id_new ();
  return self;
}

void
hearth_draft_keeper_watch (HearthDraftKeeper *self)
{
  GtkWidget *navigation;

  g_return_if_fail (HEARTH_IS_DRAFT_KEEPER (self));
  navigation = gtk_widget_get_ancestor (GTK_WIDGET (self->page), ADW_TYPE_NAVIGATION_VIEW);
  if (navigation != NULL && self->popped_handler == 0)
    self->popped_handler =
      g_signal_connect_object (navigation, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
}

void
hearth_draft_keeper_touch (HearthDraftKeeper *self)
{
  g_return_if_fail (HEARTH_IS_DRAFT_KEEPER (self));
  if (self->source == 0 && !self->done)
    self->source = g_timeout_add (DRAFT_DELAY_MS, due_cb, self);
}

void
hearth_draft_keeper_keep (HearthDraftKeeper *self)
{
  g_autoptr (GHashTable) values = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (HEARTH_IS_DRAFT_KEEPER (self));
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->done)
    return;
  values = self->typed (self->page);
  if (values == NULL)
    {
      /* What was typed and kept was taken back again. */
      if (self->draft->saved_at != NULL)
        discard (self);
      return;
    }
  g_clear_pointer (&self->draft->values, g_hash_table_unref);
  self->draft->values = g_steal_pointer (&values);
  if (hearth_store_save_draft (self->store, self->draft, &error))
    return;
  /* An opening in an emergency is over, or somebody limited the file: nothing that could be done about it here. */
  if (g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    hearth_toast (GTK_WIDGET (self->page),
                  self->draft->saved_at != NULL
                    ? _ ("You may not write here any more. What you typed before is kept.")
                    : _ ("You may not write here any more. What you typed was not kept."),
                  NULL);
  else
    hearth_tell_error (GTK_WIDGET (self->page), _ ("What you type is not kept yet"), error);
}

void
hearth_draft_keeper_finish (HearthDraftKeeper *self)
{
  g_return_if_fail (HEARTH_IS_DRAFT_KEEPER (self));
  g_clear_handle_id (&self->source, g_source_remove);
  self->done = true;
  discard (self);
}

bool
hearth_draft_keeper_is_done (HearthDraftKeeper *self)
{
  g_return_val_if_fail (HEARTH_IS_DRAFT_KEEPER (self), true);
  return self->done;
}

HearthDraft *
hearth_draft_keeper_get_draft (HearthDraftKeeper *self)
{
  g_return_val_if_fail (HEARTH_IS_DRAFT_KEEPER (self), NULL);
  return self->draft;
}
