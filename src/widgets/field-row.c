/* SPDX-License-Identifier: GPL-3.0-or-later
 * The interface of a form's rows, and which row suits which kind of field.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/field-row.h"

#include "core/value.h"
#include "widgets/attachment-row.h"
#include "widgets/body-map-row.h"
#include "widgets/chips-row.h"
#include "widgets/choice-row.h"
#include "widgets/entry-row.h"
#include "widgets/field-base.h"
#include "widgets/link-row.h"
#include "widgets/links-row.h"
#include "widgets/long-text-row.h"
#include "widgets/toggle-row.h"

G_DEFINE_INTERFACE (HearthFieldRow, hearth_field_row, ADW_TYPE_PREFERENCES_ROW)

static void
hearth_field_row_default_init (HearthFieldRowInterface *iface)
{
  g_signal_new ("edited", HEARTH_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_signal_new ("left", HEARTH_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static HearthFieldBase *
get_base (HearthFieldRow *row)
{
  return HEARTH_FIELD_ROW_GET_IFACE (row)->get_base (row);
}

GtkWidget *
hearth_field_row_new (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  switch (field->kind)
    {
    case HEARTH_FIELD_TEXT:
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
    case HEARTH_FIELD_DATE:
    case HEARTH_FIELD_TIME:
    case HEARTH_FIELD_DATE_TIME:
    case HEARTH_FIELD_PARTIAL_DATE:
      return hearth_entry_row_new (field);
    case HEARTH_FIELD_LONG_TEXT:
    case HEARTH_FIELD_SEALED:
      return hearth_long_text_row_new (field);
    case HEARTH_FIELD_YES_NO:
      return hearth_toggle_row_new (field);
    case HEARTH_FIELD_CHOICE:
      return hearth_toggle_row_suits (field) ? hearth_toggle_row_new (field) : hearth_choice_row_new (field);
    case HEARTH_FIELD_MULTI_CHOICE:
      return hearth_chips_row_new (field);
    case HEARTH_FIELD_LINK:
      return hearth_link_row_new (field);
    case HEARTH_FIELD_LINKS:
      return hearth_links_row_new (field);
    case HEARTH_FIELD_BODY_MAP:
      return hearth_body_map_row_new (field);
    case HEARTH_FIELD_ATTACHMENT:
      return hearth_attachment_row_new (field);
    case HEARTH_FIELD_COMPUTED:
    default:
      g_return_val_if_reached (NULL);
    }
}

const HearthField *
hearth_field_row_get_field (HearthFieldRow *row)
{
  g_return_val_if_fail (HEARTH_IS_FIELD_ROW (row), NULL);

  return get_base (row)->field;
}

char *
hearth_field_row_dup_text (HearthFieldRow *row)
{
  g_return_val_if_fail (HEARTH_IS_FIELD_ROW (row), NULL);

  return HEARTH_FIELD_ROW_GET_IFACE (row)->dup_text (row);
}

void
hearth_field_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthFieldBase *base;
  g_autofree char *valid = NULL;

  g_return_if_fail (HEARTH_IS_FIELD_ROW (row));

  base = get_base (row);
  valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  base->quiet = true;
  HEARTH_FIELD_ROW_GET_IFACE (row)->set_text (row, valid);
  base->quiet = false;
  base->dirty = false;
  hearth_field_row_set_problem (row, NULL);
  hearth_field_row_set_reading (row, NULL);
  hearth_field_note_set_remark (base->note, NULL);
}

void
hearth_field_row_set_canonical (HearthFieldRow *row, const char *canonical)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HEARTH_IS_FIELD_ROW (row));

  if (HEARTH_IS_ENTRY_ROW (row))
    text = hearth_value_format_for_editing (get_base (row)->field, canonical);
  hearth_field_row_set_text (row, text != NULL ? text : canonical);
}

HearthProblemCode
hearth_field_row_get_canonical (HearthFieldRow *row, const char *today, char **canonical)
{
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;
  const HearthField *field;
  HearthProblemCode code;

  g_return_val_if_fail (HEARTH_IS_FIELD_ROW (row), HEARTH_PROBLEM_NOT_TEXT);
  g_return_val_if_fail (canonical != NULL, HEARTH_PROBLEM_NOT_TEXT);

  field = get_base (row)->field;
  text = hearth_field_row_dup_text (row);
  code = hearth_value_parse (field, text, today, &value);
  if (code == HEARTH_PROBLEM_NONE)
    code = hearth_value_check (field, value, today);
  if (code == HEARTH_PROBLEM_NONE)
    *canonical = g_steal_pointer (&value);
  return code;
}

void
hearth_field_row_set_problem (HearthFieldRow *row, const char *sentence)
{
  HearthFieldBase *base;
  GtkAccessible *input;

  g_return_if_fail (HEARTH_IS_FIELD_ROW (row));

  base = get_base (row);
  input = GTK_ACCESSIBLE (base->input);
  hearth_field_note_set_problem (base->note, sentence);
  hearth_field_base_update_mark (base);
  if (sentence == NULL || *sentence == '\0')
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (input, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (input, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (input, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (input, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, base->note, NULL, -1);
}

const char *
hearth_field_row_get_problem (HearthFieldRow *row)
{
  g_return_val_if_fail (HEARTH_IS_FIELD_ROW (row), "");

  return hearth_field_note_get_problem (get_base (row)->note);
}

void
hearth_field_row_set_reading (HearthFieldRow *row, const char *reading)
{
  g_return_if_fail (HEARTH_IS_FIELD_ROW (row));

  hearth_field_note_set_reading (get_base (row)->note, reading);
}

void
hearth_field_row_set_optional (HearthFieldRow *row, bool optional)
{
  HearthFieldBase *base;

  g_return_if_fail (HEARTH_IS_FIELD_ROW (row));

  base = get_base (row);
  base->optional = optional;
  hearth_field_base_update_mark (base);
  gtk_accessible_update_property (GTK_ACCESSIBLE (base->input), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  base->field->required && !optional, -1);
}

bool
hearth_field_row_focus (HearthFieldRow *row)
{
  g_return_val_if_fail (HEARTH_IS_FIELD_ROW (row), false);

  if (gtk_widget_get_root (GTK_WIDGET (row)) == NULL)
    return false;
  if (HEARTH_FIELD_ROW_GET_IFACE (row)->reveal != NULL)
    HEARTH_FIELD_ROW_GET_IFACE (row)->reveal (row);
  return gtk_widget_child_focus (get_base (row)->input, GTK_DIR_TAB_FORWARD) ||
         gtk_widget_grab_focus (get_base (row)->input);
}
