/* SPDX-License-Identifier: GPL-3.0-or-later
 * Records as JSON, in and out.
 */
#define G_LOG_DOMAIN "hearth-ctl"

#include "config.h"

#include "ctl/record-json.h"

#include "core/id.h"
#include "core/value.h"
#include "ctl/command.h"
#include "records/problem-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is wrong so far is printed at once; a field is spoken of only once. */
typedef struct {
  HearthRecord *record;
  const HearthRecordType *type;
  HearthStore *store;
  GHashTable *seen;   /* names of members */
  GHashTable *faulty; /* names of fields that something is wrong with */
  unsigned int n_faults;
} Taking;

/* --- helpers --- */

static void
say (Taking *taking, const char *field, const char *reason)
{
  hearth_command_print_problem (field, reason);
  g_hash_table_add (taking->faulty, g_strdup (field));
  taking->n_faults++;
}

static void
say_problem (Taking *taking, HearthProblemCode code, const char *field, const char *argument)
{
  g_autoptr (HearthProblem) problem = hearth_problem_new (code, field, argument);
  g_autofree char *reason = hearth_problem_to_sentence (taking->type, problem);

  say (taking, field, reason);
}

static bool
is_number (const HearthField *field)
{
  return field->kind == HEARTH_FIELD_INTEGER || field->kind == HEARTH_FIELD_DECIMAL;
}

/* What JSON has to hold for @field, in words. */
static const char *
describe_kind (const HearthField *field)
{
  if (is_number (field))
    return _ ("A number is expected here.");
  if (field->kind == HEARTH_FIELD_YES_NO)
    return _ ("Here, true or false is expected.");
  if (field->kind == HEARTH_FIELD_MULTI_CHOICE)
    return _ ("A list of codes is expected here, in square brackets.");
  if (field->kind == HEARTH_FIELD_LINKS)
    return _ ("A list of ids is expected here, in square brackets.");
  return _ ("A text is expected here, in quotation marks.");
}

static bool
has_right_kind (const HearthField *field, const HearthJsonValue *member)
{
  if (is_number (field))
    return member->kind == HEARTH_JSON_NUMBER;
  if (field->kind == HEARTH_FIELD_MULTI_CHOICE || field->kind == HEARTH_FIELD_LINKS)
    return member->kind == HEARTH_JSON_ARRAY;
  if (field->kind == HEARTH_FIELD_YES_NO &&
      (member->kind == HEARTH_JSON_TRUE || member->kind == HEARTH_JSON_FALSE))
    return true;
  return member->kind == HEARTH_JSON_STRING;
}

/* 54.30 for a field of one decimal, and 3.0 for a whole number, say the same as 54.3 and 3. */
static char *
dup_number (const HearthField *field, const GString *text)
{
  char *number = g_strdup (text->str);
  char *point = strchr (number, '.');
  unsigned int digits = field->kind == HEARTH_FIELD_DECIMAL ? field->digits : 0;

  if (point == NULL || strpbrk (number, "eE") != NULL)
    return number;
  for (char *last = number + strlen (number) - 1; last > point + digits && *last == '0'; last--)
    *last = '\0';
  if (point[1] == '\0')
    *point = '\0';
  return number;
}

/* The codes of a list, with one space between, which no code has inside; NULL when an item is none. */
static char *
join_codes (const HearthJsonValue *list)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (unsigned int i = 0; i < list->items->len; i++)
    {
      const HearthJsonValue *item = g_ptr_array_index (list->items, i);

      if (item->kind != HEARTH_JSON_STRING || item->text->len != strcspn (item->text->str, " ,"))
        return NULL;
      g_string_append_printf (joined, joined->len > 0 ? " %s" : "%s", item->text->str);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static HearthProblemCode
read_member (const HearthField *field, const HearthJsonValue *member, char **canonical)
{
  g_autofree char *text = NULL;

  if (member->kind == HEARTH_JSON_NULL)
    return hearth_value_read (field, "", 0, canonical);
  if (member->kind == HEARTH_JSON_TRUE || member->kind == HEARTH_JSON_FALSE)
    return hearth_value_read (field, member->kind == HEARTH_JSON_TRUE ? "yes" : "no", -1, canonical);
  if (member->kind == HEARTH_JSON_STRING)
    return hearth_value_read (field, member->text->str, (gssize) member->text->len, canonical);
  text = member->kind == HEARTH_JSON_NUMBER ? dup_number (field, member->text) : join_codes (member);
  return text == NULL ? HEARTH_PROBLEM_NO_SUCH_CHOICE : hearth_value_read (field, text, -1, canonical);
}

/* The words of @member that a problem with a choice quotes; transfer full. */
static char *
dup_quotation (const HearthJsonValue *member)
{
  if (member->kind == HEARTH_JSON_STRING)
    return g_utf8_make_valid (member->text->str, (gssize) member->text->len);
  return member->kind == HEARTH_JSON_ARRAY ? join_codes (member) : NULL;
}

static void
take_resident (Taking *taking, const HearthJsonValue *member)
{
  g_autoptr (HearthRecord) resident = NULL;
  const char *key = member->text != NULL ? member->text->str : "";

  if (member->kind != HEARTH_JSON_STRING || member->text->len != strlen (key) ||
      !g_utf8_validate_len (key, member->text->len, NULL))
    {
      say (taking, member->name,
           _ ("The number of a resident is expected here, or an id, in quotation marks."));
      return;
    }
  resident = hearth_store_load_resident (taking->store, key, NULL);
  if (resident != NULL)
    hearth_record_set (taking->record, "resident", hearth_record_get_id (resident));
  else if (hearth_id_is_valid (key))
    hearth_record_set (taking->record, "resident", key);
  else
    say_problem (taking, HEARTH_PROBLEM_NO_SUCH_RECORD, member->name, key);
}

/* The numbers of residents among the items of @member become their ids; what is neither is told by the check. */
static char *
join_links (Taking *taking, const HearthField *field, const HearthJsonValue *member)
{
  g_autofree char *joined = join_codes (member);
  g_auto (GStrv) items = joined != NULL && *joined != '\0' ? g_strsplit (joined, " ", -1) : NULL;

  if (g_strcmp0 (field->link_type, "resident") != 0)
    return g_steal_pointer (&joined);
  for (char **item = items; item != NULL && *item != NULL; item++)
    {
      g_autoptr (HearthRecord) resident = hearth_store_load_resident (taking->store, *item, NULL);

      if (resident != NULL)
        {
          g_free (*item);
          *item = g_strdup (hearth_record_get_id (resident));
        }
    }
  return items != NULL ? g_strjoinv (" ", items) : g_steal_pointer (&joined);
}

static HearthProblemCode
read_links (Taking *taking, const HearthField *field, const HearthJsonValue *member, char **canonical)
{
  g_autofree char *text = join_links (taking, field, member);

  return text == NULL ? HEARTH_PROBLEM_NO_SUCH_RECORD : hearth_value_read (field, text, -1, canonical);
}

static void
take_member (Taking *taking, const HearthJsonValue *member)
{
  const HearthField *field = hearth_record_type_lookup_field (taking->type, member->name);
  g_autofree char *canonical = NULL, *quotation = NULL;
  HearthProblemCode code;

  if (!g_hash_table_add (taking->seen, g_strdup (member->name)))
    say (taking, member->name, _ ("This is given twice."));
  else if (field == NULL)
    say_problem (taking, HEARTH_PROBLEM_NO_SUCH_FIELD, member->name, member->name);
  else if (hearth_field_is_base (field) && strcmp (field->name, "resident") == 0)
    take_resident (taking, member);
  else if (hearth_field_is_base (field) || !hearth_field_is_stored (field))
    say_problem (taking, HEARTH_PROBLEM_READ_ONLY, member->name, NULL);
  else if (member->kind != HEARTH_JSON_NULL && !has_right_kind (field, member))
    say (taking, member->name, describe_kind (field));
  else if ((code = member->kind == HEARTH_JSON_ARRAY && field->kind == HEARTH_FIELD_LINKS
                     ? read_links (taking, field, member, &canonical)
                     : read_member (field, member, &canonical)) == HEARTH_PROBLEM_NONE)
    hearth_record_set (taking->record, field->name, canonical);
  else
    {
      quotation = dup_quotation (member);
      say_problem (taking, code, member->name, quotation);
    }
}

/* What is wrong with the rest, so that one answer tells everything. */
static void
check_rest (Taking *taking)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (taking->store));
  g_autoptr (GPtrArray) problems = hearth_record_check (taking->record, today);

  for (unsigned int i = 0; i < problems->len; i++)
    {
      const HearthProblem *problem = g_ptr_array_index (problems, i);

      if (!g_hash_table_contains (taking->faulty, problem->field))
        say_problem (taking, problem->code, problem->field, problem->argument);
    }
}

/* --- public --- */

unsigned int
hearth_record_take_json (HearthRecord *record, const HearthJsonValue *object, HearthStore *store)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) faulty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Taking taking = {
    .record = record,
    .type = hearth_record_get_record_type (record),
    .store = store,
    .seen = seen,
    .faulty = faulty,
  };

  g_return_val_if_fail (object->kind == HEARTH_JSON_OBJECT, 1);

  for (unsigned int i = 0; i < object->items->len; i++)
    take_member (&taking, g_ptr_array_index (object->items, i));
  if (taking.n_faults > 0)
    check_rest (&taking);
  return taking.n_faults;
}

void
hearth_record_add_to_json (HearthRecord *record, HearthJsonWriter *json)
{
  unsigned int n_columns;
  const HearthField *const *columns =
    hearth_record_type_get_columns (hearth_record_get_record_type (record), &n_columns);

  for (unsigned int i = 0; i < n_columns; i++)
    if (hearth_field_is_stored (columns[i]) && !hearth_record_is_withheld (record, i))
      hearth_json_writer_add_value (json, columns[i], hearth_record_get_column (record, i));
}
