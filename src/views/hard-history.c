/* SPDX-License-Identifier: GPL-3.0-or-later
 * The exploitation history in a resident's file: closed until somebody wants to read it, and only ever added to.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hard-history.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/follow.h"
#include "views/plain-row.h"
#include "views/resident-file.h"

struct _HearthHardHistory {
  AdwBin parent_instance;

  /* Borrowed */
  AdwExpanderRow *expander;
  GPtrArray *rows; /* of GtkWidget; the array is owned */

  /* Owned */
  GListModel *entries;
  bool may_write;
};

G_DEFINE_FINAL_TYPE (HearthHardHistory, hearth_hard_history, ADW_TYPE_BIN)

/* ---- Rows ---- */

static void
add_row (HearthHardHistory *self, GtkWidget *row)
{
  adw_expander_row_add_row (self->expander, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_entry (HearthHardHistory *self, HearthRecord *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = hearth_date_format (hearth_record_get (entry, "told_on"));
  g_autofree char *source = hearth_record_dup_subtitle (entry);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", date, source);
  bool addition = hearth_record_has (entry, "adds_to");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), addition ? _ ("Addition") : _ ("Entry"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (addition)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("list-add-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-record");
  add_row (self, row);
}

/* Each entry, and below it what was added later, in the order in which it was told. */
static void
add_entries (HearthHardHistory *self)
{
  unsigned int n = g_list_model_get_n_items (self->entries);

  for (unsigned int i = n; i > 0; i--)
    {
      g_autoptr (HearthRecord) entry = g_list_model_get_item (self->entries, i - 1);

      if (entry == NULL || hearth_record_has (entry, "adds_to"))
        continue;
      add_entry (self, entry);
      for (unsigned int j = n; j > 0; j--)
        {
          g_autoptr (HearthRecord) addition = g_list_model_get_item (self->entries, j - 1);

          if (addition != NULL &&
              g_str_equal (hearth_record_get (addition, "adds_to"), hearth_record_get_id (entry)))
            add_entry (self, addition);
        }
    }
}

static void
add_new_row (HearthHardHistory *self)
{
  add_row (self, hearth_plain_row_new_button (_ ("Write a new entry"), "list-add-symbolic", "page.new-record",
                                              hearth_exploitation_type.name));
}

static void
show (gpointer owner)
{
  HearthHardHistory *self = owner;
  unsigned int n = g_list_model_get_n_items (self->entries);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", n), n);
  g_autofree char *subtitle = NULL;

  for (unsigned int i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->expander, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  /* Translators: before somebody opens the exploitation history; %s is how many entries it has. */
  subtitle = n > 0 ? g_strdup_printf (_ ("%s. This may be hard to read."), count)
                   : g_strdup (_ ("Nothing is written here. It need not be asked."));
  adw_expander_row_set_subtitle (self->expander, subtitle);
  add_entries (self);
  if (self->may_write)
    add_new_row (self);
  adw_expander_row_set_enable_expansion (self->expander, self->rows->len > 0);
}

/* ---- Overrides ---- */

static void
hearth_hard_history_dispose (GObject *object)
{
  HearthHardHistory *self = HEARTH_HARD_HISTORY (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (hearth_hard_history_parent_class)->dispose (object);
}

static void
hearth_hard_history_class_init (HearthHardHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_hard_history_dispose;
}

static void
hearth_hard_history_init (HearthHardHistory *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ (hearth_exploitation_type.label));
  adw_expander_row_add_prefix (self->expander,
                               gtk_image_new_from_icon_name (hearth_exploitation_type.icon_name));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), group);
}

/* ---- Public ---- */

HearthHardHistory *
hearth_hard_history_new (HearthStore *store, HearthRecord *resident)
{
  HearthHardHistory *self = g_object_new (HEARTH_TYPE_HARD_HISTORY, NULL);

  self->entries = hearth_resident_file_list (store, resident, &hearth_exploitation_type, NULL, NULL);
  if (self->entries == NULL)
    self->entries = G_LIST_MODEL (g_list_store_new (HEARTH_TYPE_RECORD));
  self->may_write = hearth_resident_file_may_write (store, resident, &hearth_exploitation_type);
  hearth_follow (self, self->entries, "items-changed", show);
  show (self);
  return self;
}

HearthRecord *
hearth_hard_history_new_addition (HearthRecord *entry)
{
  HearthRecord *addition = hearth_record_new (&hearth_exploitation_type);
  const char *root = hearth_record_get (entry, "adds_to");

  hearth_record_set (addition, "resident", hearth_record_get_resident (entry));
  hearth_record_set (addition, "adds_to", *root != '\0' ? root : hearth_record_get_id (entry));
  return addition;
}
