/* SPDX-License-Identifier: GPL-3.0-or-later
 * hearthctl types: what the descriptors say.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/types.h"

#include "ctl/json-writer.h"
#include "records/registry.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const char *
name_of_kind (HearthFieldKind kind)
{
  static const char *const names[] = {
    [HEARTH_FIELD_TEXT] = "text",           [HEARTH_FIELD_LONG_TEXT] = "long_text",
    [HEARTH_FIELD_SEALED] = "sealed",       [HEARTH_FIELD_INTEGER] = "integer",
    [HEARTH_FIELD_DECIMAL] = "decimal",     [HEARTH_FIELD_YES_NO] = "yes_no",
    [HEARTH_FIELD_DATE] = "date",           [HEARTH_FIELD_TIME] = "time",
    [HEARTH_FIELD_DATE_TIME] = "date_time", [HEARTH_FIELD_PARTIAL_DATE] = "partial_date",
    [HEARTH_FIELD_CHOICE] = "choice",       [HEARTH_FIELD_MULTI_CHOICE] = "multi_choice",
    [HEARTH_FIELD_LINK] = "link",           [HEARTH_FIELD_ATTACHMENT] = "attachment",
    [HEARTH_FIELD_LINKS] = "links",         [HEARTH_FIELD_BODY_MAP] = "body_map",
    [HEARTH_FIELD_COMPUTED] = "computed",
  };

  return names[kind];
}

static void
add_choices (HearthJsonWriter *json, const HearthField *field)
{
  if (field->choices == NULL)
    return;
  hearth_json_writer_begin_array (json, "choices");
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      hearth_json_writer_begin_object (json, NULL);
      hearth_json_writer_add_string (json, "code", choice->code);
      hearth_json_writer_add_string (json, "label", _ (choice->label));
      hearth_json_writer_end (json);
    }
  hearth_json_writer_end (json);
}

static void
add_limits (HearthJsonWriter *json, const HearthField *field)
{
  if (hearth_field_has_range (field))
    {
      hearth_json_writer_add_decimal (json, "minimum", field->minimum, field->digits);
      hearth_json_writer_add_decimal (json, "maximum", field->maximum, field->digits);
    }
  if (field->kind == HEARTH_FIELD_DECIMAL)
    hearth_json_writer_add_integer (json, "digits", field->digits);
  if (field->kind == HEARTH_FIELD_TEXT || hearth_field_is_long (field))
    hearth_json_writer_add_integer (json, "max_length", hearth_field_get_max_length (field));
  if (field->unit != NULL)
    hearth_json_writer_add_string (json, "unit", _ (field->unit));
}

static void
add_field (HearthJsonWriter *json, const HearthRecordType *type, const HearthField *field)
{
  bool base = hearth_field_is_base (field);

  hearth_json_writer_begin_object (json, NULL);
  hearth_json_writer_add_string (json, "name", field->name);
  hearth_json_writer_add_string (json, "label", _ (field->label));
  hearth_json_writer_add_string (json, "kind", name_of_kind (field->kind));
  if (field->section != NULL)
    hearth_json_writer_add_string (json, "section", _ (field->section));
  hearth_json_writer_add_boolean (json, "required", field->required);
  hearth_json_writer_add_boolean (json, "read_only",
                                  !hearth_field_is_stored (field) ||
                                    (base && strcmp (field->name, "resident") != 0));
  hearth_json_writer_add_integer (json, "tier",
                                  (gint64) hearth_record_type_get_field_tier (type, field) -
                                    HEARTH_TIER_HOUSE);
  if (field->compartment != NULL)
    hearth_json_writer_add_string (json, "compartment", field->compartment);
  if (field->link_type != NULL)
    hearth_json_writer_add_string (json, "link_type", field->link_type);
  add_limits (json, field);
  add_choices (json, field);
  hearth_json_writer_end (json);
}

static const char *
get_owner (const HearthRecordType *type)
{
  if (type->owner == HEARTH_OWNER_RESIDENTS)
    return "residents";
  return type->owner == HEARTH_OWNER_RESIDENT ? "resident" : "house";
}

HearthExit
hearth_command_run_types (HearthCall *call)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autoptr (HearthJsonWriter) json = hearth_json_writer_new ();
      unsigned int n_columns;
      const HearthField *const *columns = hearth_record_type_get_columns (types[i], &n_columns);

      hearth_json_writer_add_string (json, "type", types[i]->name);
      hearth_json_writer_add_string (json, "label", _ (types[i]->label));
      hearth_json_writer_add_string (json, "owner", get_owner (types[i]));
      hearth_json_writer_begin_array (json, "fields");
      for (unsigned int j = 0; j < n_columns; j++)
        add_field (json, types[i], columns[j]);
      hearth_json_writer_end (json);
      hearth_json_writer_print (json, stdout);
    }
  return HEARTH_EXIT_DONE;
}
