/* SPDX-License-Identifier: GPL-3.0-or-later
 * What all field rows share: the note below the input, accessible states, and when a row counts as left.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/field-base.h"

#include "widgets/words.h"

#include <glib/gi18n-lib.h>

/* What a person's keys, an input method or a pasted paragraph add at once. */
#define SMALL_PIECE 2000

static void
focus_left_cb (HearthFieldRow *row)
{
  HearthFieldBase *base = HEARTH_FIELD_ROW_GET_IFACE (row)->get_base (row);

  if (!base->dirty)
    return;
  base->dirty = false;
  g_signal_emit_by_name (row, "left");
}

/* libadwaita's rows have no place below their input, so their child moves into a box above the note. */
static void
put_note_below (HearthFieldRow *row, HearthFieldNote *note)
{
  GtkListBoxRow *list_row = GTK_LIST_BOX_ROW (row);
  g_autoptr (GtkWidget) content = g_object_ref (gtk_list_box_row_get_child (list_row));
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_list_box_row_set_child (list_row, NULL);
  gtk_box_append (GTK_BOX (body), content);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (note));
  gtk_list_box_row_set_child (list_row, body);
}

void
hearth_field_base_attach (HearthFieldBase *base,
                          HearthFieldRow *row,
                          const HearthField *field,
                          GtkWidget *input)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  base->field = field;
  base->input = input;
  base->note = hearth_field_note_new (field->hint != NULL ? _ (field->hint) : NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (field->label));
  gtk_widget_set_name (GTK_WIDGET (row), field->name);
  gtk_widget_add_css_class (GTK_WIDGET (row), "field");
  put_note_below (row, base->note);

  gtk_accessible_update_property (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, field->required, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (input), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, base->note,
                                  NULL, -1);

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), row, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
}

void
hearth_field_base_update_mark (HearthFieldBase *base)
{
  if (base->required_mark != NULL)
    gtk_widget_set_visible (base->required_mark, base->field->required && !base->optional && base->empty &&
                                                   *hearth_field_note_get_problem (base->note) == '\0');
}

void
hearth_field_base_set_empty (HearthFieldBase *base, bool empty)
{
  base->empty = empty;
  hearth_field_base_update_mark (base);
}

void
hearth_field_base_input_changed (HearthFieldBase *base, HearthFieldRow *row)
{
  if (base->quiet)
    return;
  base->dirty = true;
  g_signal_emit_by_name (row, "edited");
}

void
hearth_field_base_make_combo (AdwComboRow *combo, GtkExpression *expression)
{
  gtk_widget_add_css_class (GTK_WIDGET (combo), "property");
  adw_combo_row_set_use_subtitle (combo, TRUE);
  adw_combo_row_set_expression (combo, expression);
  adw_combo_row_set_search_match_mode (combo, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_expression_unref (expression);
}

bool
hearth_field_base_is_private (const HearthField *field)
{
  return field->sensitive || field->compartment != NULL || field->kind == HEARTH_FIELD_SEALED;
}

bool
hearth_field_base_refuses (HearthFieldBase *base, glong n_present, glong n_added)
{
  return n_added > SMALL_PIECE && n_present + n_added > hearth_field_get_max_length (base->field);
}

void
hearth_field_base_say_refused (HearthFieldBase *base, glong n_added)
{
  g_autofree char *words = hearth_words_paste_refused (n_added, hearth_field_get_max_length (base->field));

  hearth_field_note_set_remark (base->note, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (base->input), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

void
hearth_field_base_say_length (HearthFieldBase *base, glong n_characters)
{
  glong limit = hearth_field_get_max_length (base->field);
  g_autofree char *words = NULL;

  if (n_characters > limit - limit / 10)
    words = hearth_words_length (n_characters, limit);
  hearth_field_note_set_remark (base->note, words);
}
