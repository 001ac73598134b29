/* SPDX-License-Identifier: GPL-3.0-or-later
 * Walks every record type there is: each row of each table must hold together, and read in words.
 */
#include "records/registry.h"

#include "core/record.h"
#include "core/value.h"
#include "fixtures/fixtures.h"
#include "records/problem-text.h"
#include "vault/keyring.h"

#include <string.h>

typedef void (*TypeFunc) (const HearthRecordType *type);

static void
walk (gconstpointer func)
{
  unsigned int n_types;
  const HearthRecordType *const *types = hearth_records_get_types (&n_types);

  g_assert_cmpuint (n_types, >, 0);
  for (unsigned int i = 0; i < n_types; i++)
    {
      g_test_message ("%s", types[i]->name);
      ((TypeFunc) func) (types[i]);
    }
}

static bool
is_snake_case (const char *name)
{
  return name[0] >= 'a' && name[0] <= 'z' &&
         strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (name);
}

static void
check_row (const HearthRecordType *type)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  g_autofree char *title = hearth_record_dup_title (record), *subtitle = hearth_record_dup_subtitle (record);
  const HearthField *event =
    type->event_field != NULL ? hearth_record_type_lookup_field (type, type->event_field) : NULL;
  bool has_list_column = false;

  g_assert_true (is_snake_case (type->name));
  g_assert_true (hearth_records_lookup_type (type->name) == type);
  g_assert_nonnull (type->label);
  g_assert_nonnull (type->label_plural);
  g_assert_nonnull (type->label_new);
  g_assert_cmpstr (type->label_new, !=, type->label);
  g_assert_nonnull (type->icon_name);
  g_assert_cmpint (type->tier, !=, HEARTH_TIER_UNSET);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, type->gtype_name);
  g_assert_nonnull (title);
  g_assert_nonnull (subtitle);
  if (type->event_field != NULL)
    g_assert_true (event->kind == HEARTH_FIELD_DATE || event->kind == HEARTH_FIELD_DATE_TIME ||
                   event->kind == HEARTH_FIELD_PARTIAL_DATE);
  if (type->code_prefix != NULL)
    g_assert_nonnull (hearth_record_type_lookup_field (type, "code"));
  for (unsigned int i = 0; i < type->n_fields; i++)
    has_list_column |= type->fields[i].list_column;
  g_assert_true (has_list_column);
}

static void
check_choices (const HearthField *field)
{
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_nonnull (field->choices);
  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
    {
      g_assert_null (strpbrk (choice->code, " ,"));
      g_assert_true (g_hash_table_add (codes, (gpointer) choice->code));
      g_assert_cmpstr (choice->label, !=, "");
    }
  g_assert_cmpuint (g_hash_table_size (codes), >=, 2);
}

static void
check_fields (const HearthRecordType *type)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  const HearthField *const *columns;
  unsigned int n_columns;

  columns = hearth_record_type_get_columns (type, &n_columns);
  for (unsigned int i = 0; i < n_columns; i++)
    {
      const HearthField *field = columns[i];

      g_test_message ("%s.%s", type->name, field->name);
      g_assert_true (is_snake_case (field->name));
      g_assert_true (g_hash_table_add (names, (gpointer) field->name));
      g_assert_nonnull (field->label);
      g_assert_cmpuint (field->since, >=, 1);
      /* What stands in no section is shown in lists only. */
      g_assert_true (hearth_field_is_base (field) || field->section != NULL || !field->required);
      if (field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_MULTI_CHOICE ||
          field->kind == HEARTH_FIELD_BODY_MAP)
        check_choices (field);
      if (field->kind == HEARTH_FIELD_LINK || field->kind == HEARTH_FIELD_LINKS)
        g_assert_nonnull (hearth_records_lookup_type (field->link_type));
      if (field->kind == HEARTH_FIELD_COMPUTED)
        g_assert_nonnull (field->compute);
      if (field->compartment != NULL)
        g_assert_true (g_str_equal (field->compartment, HEARTH_COMPARTMENT_AUTHOR) ||
                       g_strv_contains (hearth_compartments, field->compartment));
      /* What is sealed is never indexed, listed or printed (security.md 2). */
      if (field->kind == HEARTH_FIELD_SEALED)
        {
          g_assert_nonnull (field->compartment);
          g_assert_cmpint (hearth_record_type_get_field_tier (type, field), ==, HEARTH_TIER_SEALED);
          g_assert_false (field->searchable || field->list_column || field->filter);
          /* Who may not read it could never fill it in; through a slot they can. */
          g_assert_true (!field->required || field->letterbox);
          g_assert_cmpint (field->printable, ==, HEARTH_PRINT_NOWHERE);
        }
      if (field->letterbox)
        g_assert_cmpint (field->kind, ==, HEARTH_FIELD_SEALED);
      if (field->filter)
        g_assert_true (field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_MULTI_CHOICE ||
                       field->kind == HEARTH_FIELD_YES_NO || field->kind == HEARTH_FIELD_LINK);
    }
}

static const HearthField *
lookup_links (const HearthRecordType *type, const char *name, const char *link_type)
{
  const HearthField *field = hearth_record_type_lookup_field (type, name);

  g_assert_nonnull (field);
  g_assert_cmpint (field->kind, ==, HEARTH_FIELD_LINKS);
  g_assert_cmpstr (field->link_type, ==, link_type);
  return field;
}

/* Whose files a record is in, and from whom it is kept, is told by LINKS fields that everybody reads. */
static void
check_owner (const HearthRecordType *type)
{
  bool names_residents = false;

  for (unsigned int i = 0; i < type->n_fields; i++)
    if (type->fields[i].kind == HEARTH_FIELD_LINKS && g_str_equal (type->fields[i].link_type, "resident"))
      {
        names_residents = true;
        g_assert_cmpint (hearth_record_type_get_field_tier (type, &type->fields[i]), <=, type->tier);
        g_assert_null (type->fields[i].compartment);
      }
  g_assert_true (names_residents == (type->owner == HEARTH_OWNER_RESIDENTS));
  if (type->hidden_from != NULL)
    lookup_links (type, type->hidden_from, "account");
  g_assert_true (type->personal || !type->overseen);
  /* What is about another record knows which, and whose it was. */
  if (hearth_record_type_lookup_field (type, "subject") != NULL)
    {
      g_assert_nonnull (hearth_record_type_lookup_field (type, "subject_type"));
      if (type->owner == HEARTH_OWNER_RESIDENTS)
        lookup_links (type, "residents", "resident");
    }
}

/* Fields of one section must stand together, or a form would show the section twice. */
static void
check_sections (const HearthRecordType *type)
{
  g_autoptr (GHashTable) sections = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = "";

  for (unsigned int i = 0; i < type->n_fields; i++)
    if (type->fields[i].section != NULL && !g_str_equal (type->fields[i].section, last))
      {
        last = type->fields[i].section;
        g_assert_true (g_hash_table_add (sections, (gpointer) last));
      }
}

/* Whether the table calls @field a name: by its own name, or by what a form writes beside it. */
static bool
sounds_like_name (const HearthField *field)
{
  static const char *const words[] = { "name", "alias", "pseudonym", "called" };
  g_autofree char *label = g_ascii_strdown (field->label, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (field->name, words[i]) != NULL || strstr (label, words[i]) != NULL)
      return true;
  return false;
}

/* Reports take out other residents' names by this flag: a row without it would tell them. */
static void
check_names (const HearthRecordType *type)
{
  static const char *const nobodys[] = { "house.name", "account.user", "room.name", "safety_plan.if_called",
                                         NULL };

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_autofree char *path = g_strdup_printf ("%s.%s", type->name, field->name);

      g_test_message ("%s", path);
      g_assert_true (field->names_person == (sounds_like_name (field) && !g_strv_contains (nobodys, path)));
      if (field->names_person)
        g_assert_cmpint (field->kind, ==, HEARTH_FIELD_TEXT);
    }
}

static void
check_empty (const HearthRecordType *type)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  g_autoptr (GPtrArray) problems = hearth_record_check (record, HEARTH_TEST_TODAY);
  unsigned int n_columns, n_required = 0;
  const HearthField *const *columns = hearth_record_type_get_columns (type, &n_columns);

  for (unsigned int i = 0; i < n_columns; i++)
    if (columns[i]->required)
      {
        n_required++;
        hearth_test_assert_problem (problems, columns[i]->name, HEARTH_PROBLEM_REQUIRED);
      }
  g_assert_cmpuint (problems->len, ==, n_required);
}

static void
check_sentences (const HearthRecordType *type)
{
  for (unsigned int i = 0; i < type->n_fields; i++)
    for (int code = HEARTH_PROBLEM_REQUIRED; code <= HEARTH_PROBLEM_RULE; code++)
      {
        g_autoptr (HearthProblem) problem =
          hearth_problem_new (code, type->fields[i].name, type->fields[0].name);
        g_autofree char *sentence = hearth_problem_to_sentence (type, problem);

        g_assert_cmpstr (sentence, !=, "");
        g_assert_true (g_utf8_validate (sentence, -1, NULL));
        g_assert_null (strstr (sentence, "(null)"));
      }
}

static void
test_long_wrong_choice (void)
{
  const HearthRecordType *type = hearth_records_lookup_type ("daily_log");
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (HearthProblem) problem = NULL;
  g_autofree char *sentence = NULL;

  for (int i = 0; i < 1000; i++)
    g_string_append (given, "ที่");
  problem = hearth_problem_new (HEARTH_PROBLEM_NO_SUCH_CHOICE, "mood", given->str);
  sentence = hearth_problem_to_sentence (type, problem);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (sentence, -1), <, 120);
}

static void
assert_refused (const char *type_name, const char *const *values, const char *field, HearthProblemCode code)
{
  g_autoptr (HearthRecord) record = hearth_record_new (hearth_records_lookup_type (type_name));
  g_autoptr (GPtrArray) problems = NULL;

  for (guint i = 0; values[i] != NULL; i += 2)
    hearth_record_set (record, values[i], values[i + 1]);
  problems = hearth_record_check (record, HEARTH_TEST_TODAY);
  hearth_test_assert_problem (problems, field, code);
}

static void
test_rules_between_fields (void)
{
  assert_refused ("stay", (const char *[]) { "start", "2026-01-02", "end", "2026-01-01", NULL }, "end",
                  HEARTH_PROBLEM_BEFORE);
  assert_refused ("stay",
                  (const char *[]) { "order_issued", "2026-01-02", "order_expires", "2025-01-01", NULL },
                  "order_expires", HEARTH_PROBLEM_BEFORE);
  assert_refused ("stay", (const char *[]) { "end_reason", "planned", NULL }, "end_reason",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("contact", (const char *[]) { "no_contact", "yes", "safe_to_call", "yes", NULL },
                  "safe_to_call", HEARTH_PROBLEM_RULE);
  assert_refused ("contact", (const char *[]) { "no_contact", "yes", "emergency", "yes", NULL }, "emergency",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("alert", (const char *[]) { "start", "2026-01-02", "end", "2026-01-01", NULL }, "end",
                  HEARTH_PROBLEM_BEFORE);
  assert_refused ("daily_log", (const char *[]) { "sleep_from", "06:00", "sleep_to", "23:00", NULL },
                  "sleep_to", HEARTH_PROBLEM_RULE);
  assert_refused ("daily_log", (const char *[]) { "date", "2026-03-02", NULL }, "date",
                  HEARTH_PROBLEM_IN_THE_FUTURE);
  assert_refused ("consent",
                  (const char *[]) { "valid_from", "2026-01-02", "withdrawn_on", "2026-01-01", NULL },
                  "withdrawn_on", HEARTH_PROBLEM_BEFORE);
}

#define ID "01ARZ3NDEKTSV4RRFFQ69G5FAV"

static void
test_rules_of_daily_life (void)
{
  assert_refused ("leave",
                  (const char *[]) { "leaves_at", "2026-02-01T10:00:00Z+00:00", "due_back",
                                     "2026-02-01T09:00:00Z+05:45", NULL },
                  "due_back", HEARTH_PROBLEM_BEFORE);
  assert_refused ("leave",
                  (const char *[]) { "decision", "asked", "out_at", "2026-02-01T10:00:00Z+00:00", NULL },
                  "out_at", HEARTH_PROBLEM_RULE);
  assert_refused ("leave", (const char *[]) { "back_at", "2026-02-01T10:00:00Z+00:00", NULL }, "back_at",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("visit", (const char *[]) { "allowed", "not_allowed", "took_place", "yes", NULL }, "note",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("missing_episode", (const char *[]) { "closed_on", "2026-02-01", NULL }, "closed_on",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("incident", (const char *[]) { "intervention", "yes", NULL }, "intervention_why",
                  HEARTH_PROBLEM_REQUIRED);
  assert_refused ("incident", (const char *[]) { "intervention", "yes", "intervention_why", "x", NULL },
                  "intervention_minutes", HEARTH_PROBLEM_REQUIRED);
  assert_refused ("incident", (const char *[]) { "intervention", "yes", NULL }, "intervention_kind",
                  HEARTH_PROBLEM_REQUIRED);
  assert_refused ("incident", (const char *[]) { "intervention", "yes", NULL }, "medical_check",
                  HEARTH_PROBLEM_REQUIRED);
  assert_refused ("incident", (const char *[]) { "intervention", "yes", NULL }, "intervention_by",
                  HEARTH_PROBLEM_REQUIRED);
  assert_refused ("incident",
                  (const char *[]) { "occurred_at", "2026-02-01T10:00:00Z+00:00", "reported_at",
                                     "2026-02-01T09:59:00Z+00:00", NULL },
                  "reported_at", HEARTH_PROBLEM_BEFORE);
  assert_refused ("complaint", (const char *[]) { "answered_on", "2026-02-01", NULL }, "answer",
                  HEARTH_PROBLEM_REQUIRED);
  assert_refused ("task", (const char *[]) { "done_on", "2026-02-01", "cancelled", "yes", NULL }, "cancelled",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("room_restriction", (const char *[]) { "residents", ID, NULL }, "residents",
                  HEARTH_PROBLEM_RULE);
  assert_refused ("notification_rule", (const char *[]) { "severity", "5", NULL }, "severity",
                  HEARTH_PROBLEM_OUT_OF_RANGE);
}

static void
assert_late (const char *type_name, const char *day_field, const char *day, const char *written, bool late)
{
  const HearthRecordType *type = hearth_records_lookup_type (type_name);
  g_autoptr (HearthRecord) record = hearth_record_new (type);
  g_autofree char *words = NULL;

  hearth_record_set (record, day_field, day);
  hearth_record_set (record, "created_at", written);
  words = hearth_record_format (record, hearth_record_type_lookup_field (type, "late"), HEARTH_TEST_TODAY);
  g_assert_cmpstr (words, ==, late ? "Late" : "");
}

static void
test_late (void)
{
  assert_late ("daily_log", "date", "2026-02-01", "", false);
  assert_late ("daily_log", "date", "2026-02-01", "2026-02-01T10:00:00Z+05:45", false);
  /* At the place where it was written it is the third already. */
  assert_late ("daily_log", "date", "2026-02-01", "2026-02-02T17:00:00Z+00:00", false);
  assert_late ("daily_log", "date", "2026-02-01", "2026-02-02T19:00:00Z+05:45", true);
  assert_late ("incident", "occurred_at", "2026-02-01T10:00:00Z+05:45", "", false);
  assert_late ("incident", "occurred_at", "2026-02-01T10:00:00Z+05:45", "2026-02-02T10:00:00Z+00:00", false);
  assert_late ("incident", "occurred_at", "2026-02-01T10:00:00Z+05:45", "2026-02-02T10:01:00Z+00:00", true);
}

int
main (int argc, char *argv[])
{
  hearth_test_init (&argc, &argv);
  g_test_add_data_func ("/records/every-type/row", check_row, walk);
  g_test_add_data_func ("/records/every-type/fields", check_fields, walk);
  g_test_add_data_func ("/records/every-type/owner", check_owner, walk);
  g_test_add_data_func ("/records/every-type/sections", check_sections, walk);
  g_test_add_data_func ("/records/every-type/names", check_names, walk);
  g_test_add_data_func ("/records/every-type/empty", check_empty, walk);
  g_test_add_data_func ("/records/every-type/sentences", check_sentences, walk);
  g_test_add_func ("/records/sentence-of-a-long-wrong-choice", test_long_wrong_choice);
  g_test_add_func ("/records/rules-between-fields", test_rules_between_fields);
  g_test_add_func ("/records/rules-of-daily-life", test_rules_of_daily_life);
  g_test_add_func ("/records/late", test_late);
  return g_test_run ();
}
