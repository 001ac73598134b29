/* SPDX-License-Identifier: GPL-3.0-or-later
 * Small questions asked of a field's table row.
 */
#define G_LOG_DOMAIN "hearth-core"

#include "core/field.h"

/* A line fits a list column; a long text is some sixty pages, more than anybody writes in one entry. */
#define MAX_LINE_LENGTH 500
#define MAX_LONG_LENGTH 200000
/* Two hundred links: more than any house has residents and staff together. */
#define MAX_LINKS_LENGTH (200 * 27 - 1)

unsigned int
hearth_field_get_max_length (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, 0);

  if (field->max_length > 0)
    return field->max_length;
  if (field->kind == HEARTH_FIELD_LINKS)
    return MAX_LINKS_LENGTH;
  return hearth_field_is_long (field) ? MAX_LONG_LENGTH : MAX_LINE_LENGTH;
}

bool
hearth_field_is_stored (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, false);

  return field->kind != HEARTH_FIELD_COMPUTED;
}

bool
hearth_field_is_long (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, false);

  return field->kind == HEARTH_FIELD_LONG_TEXT || field->kind == HEARTH_FIELD_SEALED ||
         field->kind == HEARTH_FIELD_BODY_MAP;
}

bool
hearth_field_has_range (const HearthField *field)
{
  g_return_val_if_fail (field != NULL, false);

  return field->minimum < field->maximum;
}

const HearthChoice *
hearth_field_lookup_choice (const HearthField *field, const char *code)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (const HearthChoice *choice = field->choices; choice != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return choice;
  return NULL;
}
