/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a person began and has not saved: a row for each, to go on with or to throw away.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/draft-list.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "views/tell.h"
#include "views/undo.h"

struct _HearthDraftList {
  AdwBin parent_instance;

  /* Borrowed */
  GtkListBox *list;

  /* Owned */
  HearthStore *store;
  const HearthRecordType *type;
  char *resident;
  char *record_id;
  char *except;
  GPtrArray *drafts; /* of HearthDraft, those with a row */
};

G_DEFINE_FINAL_TYPE (HearthDraftList, hearth_draft_list, ADW_TYPE_BIN)

enum { CONTINUE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

static bool
belongs (HearthDraftList *self, const HearthDraft *draft)
{
  return (self->type == NULL || draft->type == self->type) && g_strcmp0 (draft->id, self->except) != 0 &&
         (self->resident == NULL || g_str_equal (draft->resident, self->resident)) &&
         (self->record_id == NULL || g_str_equal (draft->record_id, self->record_id));
}

static char *
describe_time (HearthStore *store, const HearthDraft *draft)
{
  g_autofree char *date = hearth_instant_dup_date (draft->saved_at);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GDateTime) time = hearth_instant_to_date_time (draft->saved_at);
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%H:%M") : g_strdup ("");
  g_autofree char *shown = hearth_time_format (clock);

  if (!g_str_equal (date, today))
    {
      g_free (shown);
      shown = hearth_instant_format (draft->saved_at);
    }
  /* Translators: the time when it was last typed in. */
  return g_strdup_printf (_ ("Unfinished, from %s"), shown);
}

static char *
describe_what (HearthStore *store, const HearthDraft *draft)
{
  g_autofree char *resident = NULL;

  if (*draft->resident != '\0')
    resident = hearth_store_dup_link_title (store, draft->resident);
  else if (*draft->record_id != '\0')
    resident = hearth_store_dup_link_title (store, draft->record_id);
  /* The name of somebody there is no file of yet is what was typed. */
  if (resident == NULL)
    resident = g_strdup (g_hash_table_lookup (draft->values, "resident.name_used"));
  if (resident == NULL || *resident == '\0')
    return g_strdup (_ (draft->type->label));
  return g_strdup_printf ("%s · %s", _ (draft->type->label), resident);
}

/* ---- Callbacks ---- */

static void
continue_cb (GtkButton *button, HearthDraftList *self)
{
  g_signal_emit (self, signals[CONTINUE], 0, g_object_get_data (G_OBJECT (button), "draft"));
}

static void
discard_cb (GtkButton *button, HearthDraftList *self)
{
  const HearthDraft *draft = g_object_get_data (G_OBJECT (button), "draft");
  /* The list is made anew below, without it. */
  g_autoptr (GPtrArray) drafts = g_steal_pointer (&self->drafts);
  g_autofree char *id = g_strdup (draft->id);
  g_autoptr (GError) error = NULL;

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_draft_free);
  if (hearth_store_discard_draft (self->store, id, &error))
    hearth_undo_offer_draft (GTK_WIDGET (self), self->store, draft);
  else
    {
      g_ptr_array_unref (self->drafts);
      self->drafts = g_steal_pointer (&drafts);
      hearth_tell_error (GTK_WIDGET (self), _ ("The unfinished entry is still there"), error);
    }
}

/* ---- Rows ---- */

static GtkWidget *
make_button (HearthDraftList *self, HearthDraft *draft, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "draft", draft);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_row (HearthDraftList *self, HearthDraft *draft)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *proceed = make_button (self, draft, _ ("Continue"), G_CALLBACK (continue_cb));
  GtkWidget *discard = make_button (self, draft, _ ("Discard"), G_CALLBACK (discard_cb));
  g_autofree char *time = describe_time (self->store, draft);
  g_autofree char *what = describe_what (self->store, draft);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
  /* There may be several rows: a reader of the screen says which one a button belongs to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (proceed), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (discard), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, what, -1);
  gtk_widget_add_css_class (discard, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), proceed);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), proceed);
  return row;
}

static void
load (HearthDraftList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = hearth_store_list_drafts (self->store, &error);

  gtk_list_box_remove_all (self->list);
  g_ptr_array_set_size (self->drafts, 0);
  if (drafts == NULL)
    g_warning ("Drafts cannot be listed: %s", error->message);
  while (drafts != NULL && drafts->len > 0)
    {
      g_autoptr (HearthDraft) draft = g_ptr_array_steal_index (drafts, 0);

      if (!belongs (self, draft))
        continue;
      gtk_list_box_append (self->list, make_row (self, draft));
      g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
    }
  gtk_widget_set_visible (adw_bin_get_child (ADW_BIN (self)), self->drafts->len > 0);
}

static void
drafts_changed_cb (HearthDraftList *self)
{
  load (self);
}

/* ---- Overrides ---- */

static void
hearth_draft_list_dispose (GObject *object)
{
  HearthDraftList *self = HEARTH_DRAFT_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);
  g_clear_pointer (&self->record_id, g_free);
  g_clear_pointer (&self->except, g_free);

  G_OBJECT_CLASS (hearth_draft_list_parent_class)->dispose (object);
}

static void
hearth_draft_list_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_DRAFT_LIST (object)->drafts);

  G_OBJECT_CLASS (hearth_draft_list_parent_class)->finalize (object);
}

static void
hearth_draft_list_class_init (HearthDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_draft_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearth_draft_list_finalize;

  signals[CONTINUE] = g_signal_new ("continue", HEARTH_TYPE_DRAFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
hearth_draft_list_init (HearthDraftList *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_draft_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unfinished entries"), -1);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 6);
  gtk_widget_set_visible (clamp, FALSE);
  adw_bin_set_child (ADW_BIN (self), clamp);
}

/* ---- Public ---- */

HearthDraftList *
hearth_draft_list_new (HearthStore *store,
                       const HearthRecordType *type,
                       const char *resident,
                       const char *record_id)
{
  HearthDraftList *self = g_object_new (HEARTH_TYPE_DRAFT_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->resident = g_strdup (resident);
  self->record_id = g_strdup (record_id);
  g_signal_connect_object (store, "drafts-changed", G_CALLBACK (drafts_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

void
hearth_draft_list_set_except (HearthDraftList *self, const char *draft_id)
{
  g_return_if_fail (HEARTH_IS_DRAFT_LIST (self));
  if (g_set_str (&self->except, draft_id))
    load (self);
}
