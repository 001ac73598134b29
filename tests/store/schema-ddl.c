/* SPDX-License-Identifier: GPL-3.0-or-later
 * The tables that the record types ask for, in SQL: what migrations are written from and compared with.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "schema-ddl.h"

#include "records/registry.h"

#define DATE_SHAPE "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"

static void
append_range (GString *sql, const HearthField *field)
{
  char minimum[G_ASCII_DTOSTR_BUF_SIZE], maximum[G_ASCII_DTOSTR_BUF_SIZE];

  if (!hearth_field_has_range (field))
    return;
  g_ascii_dtostr (minimum, sizeof minimum, field->minimum);
  g_ascii_dtostr (maximum, sizeof maximum, field->maximum);
  g_string_append_printf (sql, " CHECK (%s BETWEEN %s AND %s)", field->name, minimum, maximum);
}

static void
append_field (GString *sql, const HearthField *field)
{
  const char *name = field->name;

  switch ((int) field->kind)
    {
    case HEARTH_FIELD_SEALED:
      g_string_append_printf (sql,
                              "%s BLOB,\n  %s_commitment BLOB CHECK (length (%s_commitment) = 32),\n"
                              "  %s_seal INTEGER,\n  %s_epoch INTEGER",
                              name, name, name, name, name);
      break;
    case HEARTH_FIELD_INTEGER:
    case HEARTH_FIELD_DECIMAL:
      g_string_append_printf (sql, "%s %s", name, field->kind == HEARTH_FIELD_INTEGER ? "INTEGER" : "REAL");
      append_range (sql, field);
      break;
    case HEARTH_FIELD_YES_NO:
      g_string_append_printf (sql, "%s INTEGER CHECK (%s IN (0, 1))", name, name);
      break;
    case HEARTH_FIELD_DATE:
      g_string_append_printf (sql, "%s TEXT CHECK (%s GLOB '" DATE_SHAPE "')", name, name);
      break;
    case HEARTH_FIELD_TIME:
      g_string_append_printf (sql, "%s TEXT CHECK (%s GLOB '[0-9][0-9]:[0-9][0-9]')", name, name);
      break;
    case HEARTH_FIELD_DATE_TIME:
      g_string_append_printf (sql, "%s TEXT CHECK (%s GLOB '" DATE_SHAPE "T*Z*')", name, name);
      break;
    case HEARTH_FIELD_PARTIAL_DATE:
      g_string_append_printf (sql, "%s TEXT CHECK (%s GLOB '[0-9][0-9][0-9][0-9]*')", name, name);
      break;
    case HEARTH_FIELD_LINK:
      g_string_append_printf (sql, "%s TEXT REFERENCES record_index (id)", name);
      break;
    case HEARTH_FIELD_LINKS:
      g_string_append_printf (sql, "%s TEXT CHECK (length (%s) %% 27 = 26 AND %s NOT GLOB '*[^ 0-9A-Z]*')",
                              name, name, name);
      break;
    case HEARTH_FIELD_ATTACHMENT:
      g_string_append_printf (sql, "%s TEXT REFERENCES attachment (id)", name);
      break;
    default:
      g_string_append_printf (sql, "%s TEXT", name);
    }
}

static void
append_base (GString *sql, const HearthRecordType *type)
{
  g_string_append (sql, "  row INTEGER PRIMARY KEY REFERENCES record_index (row),\n"
                        "  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),\n"
                        "  revision INTEGER NOT NULL CHECK (revision > 0),\n");
  if (type->owner == HEARTH_OWNER_RESIDENT)
    g_string_append (sql, "  resident TEXT NOT NULL REFERENCES record_index (id),\n");
  g_string_append (sql, "  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),\n"
                        "  created_at TEXT NOT NULL CHECK (created_at GLOB '" DATE_SHAPE "T*Z*'),\n"
                        "  created_by TEXT NOT NULL,\n"
                        "  changed_at TEXT CHECK (changed_at GLOB '" DATE_SHAPE "T*Z*'),\n"
                        "  changed_by TEXT,\n");
}

static void
append_same (GString *sql, const char *name, const char *ending)
{
  g_string_append_printf (sql, " AND\n    NEW.%s%s IS OLD.%s%s", name, ending, name, ending);
}

/* A closed record may be sealed anew under the same commitment, or be marked as entered in error. Nothing else. */
static void
append_closed_trigger (GString *sql, const HearthRecordType *type)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER %s_closed BEFORE UPDATE ON %s\nWHEN %s AND NOT (\n"
                          "    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR\n"
                          "     NEW.state = 'in_error' AND OLD.state <> 'in_error')",
                          type->name, type->name,
                          type->life_cycle == HEARTH_LIFE_APPEND_ONLY ? "1" : "OLD.state <> 'open'");
  for (unsigned int i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == HEARTH_FIELD_SEALED)
      append_same (sql, type->fields[i].name, "_commitment");
    else if (hearth_field_is_stored (&type->fields[i]))
      append_same (sql, type->fields[i].name, "");
  append_same (sql, "extra", "");
  g_string_append (sql, ")\nBEGIN SELECT RAISE (ABORT, 'this record is closed'); END;\n");
}

static void
append_triggers (GString *sql, const HearthRecordType *type)
{
  const char *name = type->name;

  append_closed_trigger (sql, type);
  g_string_append_printf (
    sql,
    "CREATE TRIGGER %s_same BEFORE UPDATE ON %s\n"
    "WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR\n"
    "    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by%s\n"
    "BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;\n",
    name, name, type->owner == HEARTH_OWNER_RESIDENT ? " OR\n    NEW.resident IS NOT OLD.resident" : "");
  g_string_append_printf (sql,
                          "CREATE TRIGGER %s_keep BEFORE DELETE ON %s\n"
                          "BEGIN SELECT RAISE (ABORT, 'records are kept'); END;\n",
                          name, name);
}

char *
schema_ddl_of_type (const HearthRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (\n", type->name);
  append_base (sql, type);
  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      if (!hearth_field_is_stored (&type->fields[i]))
        continue;
      g_string_append (sql, "  ");
      append_field (sql, &type->fields[i]);
      g_string_append (sql, ",\n");
    }
  g_string_append (sql, "  extra TEXT CHECK (json_valid (extra))\n) STRICT;\n");
  if (type->code_prefix != NULL)
    g_string_append_printf (sql, "CREATE UNIQUE INDEX %s_by_code ON %s (code);\n", type->name, type->name);
  /* What is about a record is found by it. */
  if (hearth_record_type_lookup_field (type, "subject") != NULL)
    g_string_append_printf (sql, "CREATE INDEX %s_by_subject ON %s (subject);\n", type->name, type->name);
  append_triggers (sql, type);
  return g_string_free_and_steal (g_steal_pointer (&sql));
}

char *
schema_ddl_of_all (void)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  for (unsigned int i = 0; i < n_types; i++)
    {
      g_autofree char *ddl = schema_ddl_of_type (types[i]);

      g_string_append_printf (sql, "%s%s", i > 0 ? "\n" : "", ddl);
    }
  return g_string_free_and_steal (g_steal_pointer (&sql));
}
