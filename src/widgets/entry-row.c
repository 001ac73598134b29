/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field typed on one line: text, numbers, dates and times.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/entry-row.h"

#include "core/value.h"
#include "widgets/date-button.h"
#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthEntryRow {
  AdwEntryRow parent_instance;

  HearthFieldBase base;
};

static void hearth_entry_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthEntryRow,
                               hearth_entry_row,
                               ADW_TYPE_ENTRY_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW, hearth_entry_row_field_row_init))

static GtkWidget *
add_suffix_label (HearthEntryRow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), label);
  return label;
}

static void
changed_cb (HearthEntryRow *self)
{
  hearth_field_base_set_empty (&self->base, *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0');
  if (self->base.quiet)
    return;
  hearth_field_note_set_reading (self->base.note, NULL);
  hearth_field_base_say_length (&self->base, g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self)), -1));
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

/* One line only: line ends of what is pasted become spaces. */
static char *
dup_on_one_line (const char *text, gsize length)
{
  GString *line = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p++)
    if (*p != '\n' && *p != '\r' && *p != '\t')
      g_string_append_c (line, *p);
    else if (p + 1 < text + length && line->len > 0 && line->str[line->len - 1] != ' ')
      g_string_append_c (line, ' ');
  return g_string_free (line, FALSE);
}

static void
insert_text_cb (GtkEditable *editable, const char *text, int length, int *position, HearthEntryRow *self)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  glong n_added = g_utf8_strlen (text, (gssize) n_bytes);
  glong n_present = g_utf8_strlen (gtk_editable_get_text (editable), -1);
  g_autofree char *line = NULL;

  if (!self->base.quiet && hearth_field_base_refuses (&self->base, n_present, n_added))
    {
      g_signal_stop_emission_by_name (editable, "insert-text");
      hearth_field_base_say_refused (&self->base, n_added);
      return;
    }
  line = dup_on_one_line (text, n_bytes);
  if (strlen (line) == n_bytes && strncmp (line, text, n_bytes) == 0)
    return;
  g_signal_stop_emission_by_name (editable, "insert-text");
  g_signal_handlers_block_by_func (editable, insert_text_cb, self);
  gtk_editable_insert_text (editable, line, -1, position);
  g_signal_handlers_unblock_by_func (editable, insert_text_cb, self);
}

/* The time of today that "today" in the entry would mean does not matter here: only full dates are shown. */
static void
calendar_opened_cb (HearthEntryRow *self, HearthDateButton *button)
{
  g_autofree char *date = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (hearth_value_parse (self->base.field, gtk_editable_get_text (GTK_EDITABLE (self)), today, &date) ==
        HEARTH_PROBLEM_NONE &&
      *date != '\0')
    hearth_date_button_set_date (button, date);
}

static void
date_picked_cb (HearthEntryRow *self, const char *date)
{
  g_autofree char *text = hearth_value_format_for_editing (self->base.field, date);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static HearthFieldBase *
hearth_entry_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_ENTRY_ROW (row)->base;
}

static char *
hearth_entry_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* What the program puts in is where undo begins. */
static void
hearth_entry_row_set_text (HearthFieldRow *row, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (row), TRUE);
}

static void
hearth_entry_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_entry_row_get_base;
  iface->dup_text = hearth_entry_row_dup_text;
  iface->set_text = hearth_entry_row_set_text;
}

static void
hearth_entry_row_class_init (HearthEntryRowClass *klass)
{
}

static void
hearth_entry_row_init (HearthEntryRow *self)
{
}

static GtkInputPurpose
get_purpose (const HearthField *field)
{
  if (field->kind == HEARTH_FIELD_INTEGER && !(hearth_field_has_range (field) && field->minimum < 0))
    return GTK_INPUT_PURPOSE_DIGITS;
  if (field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL)
    return GTK_INPUT_PURPOSE_NUMBER;
  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
add_calendar (HearthEntryRow *self)
{
  GtkWidget *button = hearth_date_button_new (_ (self->base.field->label));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "opened", G_CALLBACK (calendar_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "picked", G_CALLBACK (date_picked_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

GtkWidget *
hearth_entry_row_new (const HearthField *field)
{
  HearthEntryRow *self;
  GtkEditable *text;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_ENTRY_ROW, NULL);
  text = gtk_editable_get_delegate (GTK_EDITABLE (self));
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (text));

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), get_purpose (field));
  if (hearth_field_base_is_private (field))
    adw_entry_row_set_input_hints (ADW_ENTRY_ROW (self), GTK_INPUT_HINT_PRIVATE);
  if (field->own_words)
    adw_entry_row_add_prefix (ADW_ENTRY_ROW (self), gtk_image_new_from_icon_name ("hearth-quote-symbolic"));
  if (field->required)
    {
      self->base.required_mark = add_suffix_label (self, hearth_words_required ());
      gtk_widget_add_css_class (self->base.required_mark, "caption");
    }
  if (field->unit != NULL)
    add_suffix_label (self, _ (field->unit));
  if (field->kind == HEARTH_FIELD_DATE || field->kind == HEARTH_FIELD_PARTIAL_DATE)
    add_calendar (self);

  hearth_field_base_set_empty (&self->base, true);

  g_signal_connect_object (text, "insert-text", G_CALLBACK (insert_text_cb), self, 0);
  g_signal_connect_object (self, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
