/* SPDX-License-Identifier: GPL-3.0-or-later
 * What a record says, section by section, in words; nothing where nothing is known.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/facts.h"

#include <glib/gi18n-lib.h>

#include "store/attachment.h"
#include "rules/seen.h"
#include "views/file-page.h"
#include "views/tell.h"
#include "widgets/lock-mark.h"
#include "widgets/value-row.h"
#include "widgets/words.h"

struct _HearthFacts {
  AdwBin parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *record;
  char *heading;
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (HearthFacts, hearth_facts, ADW_TYPE_BIN)

/* ---- Helpers ---- */

typedef struct {
  HearthStore *store;
  HearthRecord *record;
} Folded;

static void
folded_free (gpointer data, GClosure *closure)
{
  Folded *folded = data;

  g_object_unref (folded->store);
  g_object_unref (folded->record);
  g_free (folded);
}

/* Nobody reads it unseen: what cannot be noted stays folded away. */
static void
unfolded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer user_data)
{
  const Folded *folded = user_data;
  g_autoptr (GError) error = NULL;

  if (!adw_expander_row_get_expanded (row) || hearth_seen_note (folded->store, folded->record, &error))
    return;
  adw_expander_row_set_expanded (row, FALSE);
  hearth_tell_error (GTK_WIDGET (row), _ ("This cannot be shown"), error);
}

static void
note_when_unfolded (GtkWidget *row, HearthStore *store, HearthRecord *record)
{
  Folded *folded = g_new (Folded, 1);

  *folded = (Folded) { g_object_ref (store), g_object_ref (record) };
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (unfolded_cb), folded, folded_free, 0);
}

static GtkWidget *
make_folded_row (const HearthField *field, const char *value)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  if (hearth_compartment_of (field) != NULL)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                                 hearth_lock_mark_new_sealed (hearth_compartment_of (field), false));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), label);
  return row;
}

static AdwPreferencesGroup *
add_group (GtkBox *box, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
fill (HearthFacts *self)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->record);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  AdwPreferencesGroup *group = NULL;
  const char *section = NULL;

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_autofree char *value = hearth_facts_dup_value (self->store, self->record, field);
      GtkWidget *row = *value != '\0' && field->section != NULL
                         ? hearth_facts_make_row (self->store, self->record, field, value)
                         : hearth_facts_make_closed_row (self->store, self->record, field);

      if (row == NULL)
        continue;
      if (group == NULL || (self->heading == NULL && g_strcmp0 (section, field->section) != 0))
        group = add_group (box, self->heading != NULL ? self->heading : _ (field->section));
      section = field->section;
      adw_preferences_group_add (group, row);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/* ---- Callbacks ---- */

static gboolean
fill_cb (gpointer user_data)
{
  HearthFacts *self = user_data;

  self->fill_source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* A save notifies once per changed field: the rows are made once for all of them. */
static void
record_notify_cb (HearthFacts *self)
{
  if (self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
}

/* ---- Overrides ---- */

static void
hearth_facts_dispose (GObject *object)
{
  HearthFacts *self = HEARTH_FACTS (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_clear_pointer (&self->heading, g_free);

  G_OBJECT_CLASS (hearth_facts_parent_class)->dispose (object);
}

static void
hearth_facts_class_init (HearthFactsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_facts_dispose;
}

static void
hearth_facts_init (HearthFacts *self)
{
}

/* ---- Public ---- */

HearthFacts *
hearth_facts_new (HearthStore *store, HearthRecord *record, const char *heading)
{
  HearthFacts *self = g_object_new (HEARTH_TYPE_FACTS, NULL);

  self->store = g_object_ref (store);
  self->record = g_object_ref (record);
  self->heading = g_strdup (heading);
  g_signal_connect_object (record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return self;
}

char *
hearth_facts_dup_value (HearthStore *store, HearthRecord *record, const HearthField *field)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (HearthAttachment) attachment = NULL;
  const char *value;

  if (field->kind != HEARTH_FIELD_LINK && field->kind != HEARTH_FIELD_LINKS &&
      field->kind != HEARTH_FIELD_ATTACHMENT)
    return hearth_record_format (record, field, today);
  value = hearth_record_get (record, field->name);
  if (*value == '\0')
    return g_strdup ("");
  if (field->kind != HEARTH_FIELD_ATTACHMENT)
    return hearth_store_dup_link_title (store, value);
  attachment = hearth_store_lookup_attachment (store, value, NULL);
  return g_strdup (attachment != NULL ? attachment->name : "");
}

GtkWidget *
hearth_facts_make_row (HearthStore *store, HearthRecord *record, const HearthField *field, const char *value)
{
  bool noted = hearth_seen_counts (hearth_record_get_record_type (record), field);
  GtkWidget *row;
  g_autofree char *quoted = NULL;

  if (field->sensitive || noted)
    {
      row = make_folded_row (field, value);
      if (noted)
        note_when_unfolded (row, store, record);
      return row;
    }
  row = adw_action_row_new ();
  if (field->own_words)
    quoted = hearth_words_quote (value);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), quoted != NULL ? quoted : value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

GtkWidget *
hearth_facts_make_closed_row (HearthStore *store, HearthRecord *record, const HearthField *field)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const HearthCompartment *compartment = hearth_compartment_of (field);
  int column = hearth_record_type_find_column (type, field->name);

  /* Earlier versions keep no sealed text, also not for who has the key. */
  if (compartment == NULL || compartment->closed == NULL || field->section == NULL ||
      !hearth_record_is_withheld (record, (unsigned int) column) ||
      hearth_policy_may_read (hearth_store_get_policy (store), type, field, hearth_file_of (record)))
    return NULL;
  return hearth_value_row_new_closed (field);
}
