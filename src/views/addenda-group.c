/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was added to a record after it was signed, below it: when, by whom, and in which words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/addenda-group.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/addenda.h"
#include "views/follow.h"
#include "views/isolate.h"
#include "views/plain-row.h"

struct _HearthAddendaGroup {
  AdwBin parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *record;
};

G_DEFINE_FINAL_TYPE (HearthAddendaGroup, hearth_addenda_group, ADW_TYPE_BIN)

/* ---- Rows ---- */

/* "3 May 2026, 14:30 · Ana" */
static char *
describe (HearthAddendaGroup *self, HearthRecord *addendum)
{
  g_autofree char *when = hearth_isolate (hearth_instant_format (hearth_record_get (addendum, "created_at")));
  g_autofree char *who =
    hearth_store_dup_link_title (self->store, hearth_record_get (addendum, "created_by"));

  return *who != '\0' ? g_strdup_printf ("%s · \u2068%s\u2069", when, who) : g_steal_pointer (&when);
}

static void
add_addendum (HearthAddendaGroup *self, AdwPreferencesGroup *group, HearthRecord *addendum)
{
  g_autofree char *subtitle = describe (self, addendum);
  g_autoptr (GString) words = g_string_new (hearth_record_get (addendum, "text"));

  if (hearth_record_has (addendum, "said"))
    {
      g_string_append_c (words, '\n');
      /* Translators: somebody's own words, in the quotation marks of the language */
      g_string_append_printf (words, _ ("“%s”"), hearth_record_get (addendum, "said"));
    }
  adw_preferences_group_add (group, hearth_plain_row_new_for_record (words->str, subtitle,
                                                                     hearth_record_get_id (addendum)));
}

static void
add_moved (HearthAddendaGroup *self, AdwPreferencesGroup *group, const char *id)
{
  GtkWidget *row = hearth_plain_row_new_for_record (_ ("The entry as it stands in the right file"), "", id);

  hearth_plain_row_add_arrow (row);
  adw_preferences_group_add (group, row);
}

static void
show (gpointer owner)
{
  HearthAddendaGroup *self = owner;
  g_autoptr (GPtrArray) addenda = hearth_addenda_list (self->store, self->record, NULL);
  g_autofree char *moved = hearth_entry_dup_moved_to (self->store, self->record);
  GtkWidget *group;

  gtk_widget_set_visible (GTK_WIDGET (self), (addenda != NULL && addenda->len > 0) || moved != NULL);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Added later"));
  for (guint i = 0; addenda != NULL && i < addenda->len; i++)
    add_addendum (self, ADW_PREFERENCES_GROUP (group), g_ptr_array_index (addenda, i));
  if (moved != NULL)
    add_moved (self, ADW_PREFERENCES_GROUP (group), moved);
  adw_bin_set_child (ADW_BIN (self), group);
}

/* ---- Overrides ---- */

static void
hearth_addenda_group_dispose (GObject *object)
{
  HearthAddendaGroup *self = HEARTH_ADDENDA_GROUP (object);

  g_clear_object (&self->record);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_addenda_group_parent_class)->dispose (object);
}

static void
hearth_addenda_group_class_init (HearthAddendaGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_addenda_group_dispose;
}

static void
hearth_addenda_group_init (HearthAddendaGroup *self)
{
}

/* ---- Public ---- */

HearthAddendaGroup *
hearth_addenda_group_new (HearthStore *store, HearthRecord *record)
{
  HearthAddendaGroup *self = g_object_new (HEARTH_TYPE_ADDENDA_GROUP, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
