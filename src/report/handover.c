/* SPDX-License-Identifier: GPL-3.0-or-later
 * The handover sheet: one page for the table that both shifts stand at. Of each resident a row, so that nothing has to be
 * looked for; what the person who prints it may read, and no more.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/house-papers.h"

#include "core/date.h"
#include "core/number.h"
#include "records/types.h"
#include "report/builder.h"
#include "report/language.h"
#include "rules/handover.h"
#include "rules/whereabouts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BETWEEN " · "
/* No printer loses it. */
#define URGENT "! "

/* What is said of one resident, a line each: first what holds, then what happened. */
typedef struct {
  char *id;
  GString *keep, *changed;
} Person;

typedef struct {
  HearthBuilder builder;
  HearthShift *shift;
  GPtrArray *whereabouts; /* of HearthWhereabouts */
  GPtrArray *notices;     /* of HearthNotice */
  GPtrArray *people;      /* of Person, in the order of the sheet */
  GHashTable *by_id;      /* id → Person, borrowed */
} Sheet;

static void
person_free (Person *person)
{
  g_free (person->id);
  g_string_free (person->keep, TRUE);
  g_string_free (person->changed, TRUE);
  g_free (person);
}

static void
sheet_clear (Sheet *sheet)
{
  hearth_builder_clear (&sheet->builder);
  g_clear_pointer (&sheet->shift, hearth_shift_free);
  g_clear_pointer (&sheet->whereabouts, g_ptr_array_unref);
  g_clear_pointer (&sheet->notices, g_ptr_array_unref);
  g_clear_pointer (&sheet->people, g_ptr_array_unref);
  g_clear_pointer (&sheet->by_id, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static Person *
get_person (Sheet *sheet, const char *id)
{
  Person *person = g_hash_table_lookup (sheet->by_id, id);

  if (person)
    return person;
  person = g_new0 (Person, 1);
  person->id = g_strdup (id);
  person->keep = g_string_new (NULL);
  person->changed = g_string_new (NULL);
  g_ptr_array_add (sheet->people, person);
  g_hash_table_insert (sheet->by_id, person->id, person);
  return person;
}

/* ---- What is said ---- */

/* Holds until somebody ends it; all else has happened. */
static bool
holds (const HearthRecordType *type)
{
  return type == &hearth_alert_type || type == &hearth_contact_type || type == &hearth_safety_plan_type ||
         type == &hearth_room_restriction_type;
}

static bool
is_to_do (const HearthRecordType *type)
{
  return type == &hearth_task_type || type == &hearth_notification_type;
}

static bool
is_of_the_house (const HearthNotice *notice)
{
  g_auto (GStrv) files = hearth_record_dup_files (notice->record);

  return *files == NULL;
}

/* What @notice says on one line. Its title is whose file it is in, which stands elsewhere in the sheet; or, where it is in
 * none, what it is. */
static char *
join_words (const HearthNotice *notice)
{
  g_auto (GStrv) lines = g_strsplit (notice->detail, "\n", -1);
  g_autofree char *detail = g_strjoinv (BETWEEN, lines);

  if (*detail == '\0')
    return g_strdup (notice->title);
  return is_of_the_house (notice) ? g_strdup_printf ("%s" BETWEEN "%s", notice->title, detail)
                                  : g_steal_pointer (&detail);
}

/* What is grave begins with a mark. */
static char *
format_notice (const HearthNotice *notice)
{
  const HearthRecordType *type = hearth_record_get_record_type (notice->record);
  g_autofree char *words = join_words (notice);

  if (!holds (type) && type != &hearth_daily_log_type && type != &hearth_task_type)
    /* Translators: the kind of a record, and what it says */
    return g_strdup_printf (C_ ("record", "%s%s: %s"), notice->urgent ? URGENT : "", _ (type->label), words);
  return g_strdup_printf ("%s%s", notice->urgent ? URGENT : "", words);
}

static void
add_notice (Sheet *sheet, const HearthNotice *notice)
{
  const HearthRecordType *type = hearth_record_get_record_type (notice->record);
  g_auto (GStrv) files = hearth_record_dup_files (notice->record);
  g_autofree char *words = format_notice (notice);

  for (char **id = files; *id; id++)
    {
      Person *person = get_person (sheet, *id);
      GString *column = holds (type) ? person->keep : person->changed;

      g_string_append_printf (column, "%s%s", column->len > 0 ? "\n" : "", words);
    }
}

static void
sort_notices (Sheet *sheet)
{
  for (unsigned int i = 0; i < sheet->whereabouts->len; i++)
    {
      const HearthWhereabouts *whereabouts = sheet->whereabouts->pdata[i];

      get_person (sheet, hearth_record_get_id (whereabouts->resident));
    }
  for (unsigned int i = 0; i < sheet->notices->len; i++)
    {
      const HearthNotice *notice = sheet->notices->pdata[i];

      if (notice->record && !is_to_do (hearth_record_get_record_type (notice->record)))
        add_notice (sheet, notice);
    }
}

/* ---- The house ---- */

static char *
format_count (unsigned int n)
{
  g_autofree char *canonical = g_strdup_printf ("%u", n);

  return hearth_number_format (canonical);
}

static void
add_headcount (Sheet *sheet, HearthBlock *facts)
{
  HearthHeadcount count = hearth_headcount (sheet->whereabouts);
  g_autofree char *expected = format_count (count.expected), *present = format_count (count.present);
  g_autofree char *away = format_count (count.away), *missing = format_count (count.missing);
  /* Translators: how many live here, are in the house, are away as agreed, are missing */
  g_autofree char *words = g_strdup_printf (_ ("Expected %s · in the house %s · away %s · missing %s"),
                                            expected, present, away, missing);

  hearth_block_add_row (facts, _ ("Headcount"), words, NULL);
}

/* "Dao: On leave, back 18:00" */
static char *
format_whereabouts (Sheet *sheet, const HearthWhereabouts *whereabouts)
{
  const char *where = hearth_where_get_label (whereabouts->where);
  g_autofree char *back = hearth_instant_format (whereabouts->due_back);

  /* Translators: where somebody is, and when they are due back */
  return *back ? g_strdup_printf (_ ("%s, back %s"), where, back) : g_strdup (where);
}

static void
add_away (Sheet *sheet, HearthBlock *facts)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (unsigned int i = 0; i < sheet->whereabouts->len; i++)
    {
      const HearthWhereabouts *whereabouts = sheet->whereabouts->pdata[i];
      g_autofree char *who = NULL, *where = NULL;

      if (whereabouts->where == HEARTH_WHERE_HERE)
        continue;
      who = hearth_builder_dup_person (&sheet->builder, hearth_record_get_id (whereabouts->resident));
      where = format_whereabouts (sheet, whereabouts);
      g_string_append_printf (words, "%s%s%s: %s", words->len > 0 ? BETWEEN : "",
                              whereabouts->where >= HEARTH_WHERE_LATE ? URGENT : "", who, where);
    }
  hearth_builder_add_fact (facts, _ ("Not in the house"), words->str);
}

/* Some fields of the house log as one fact. */
static void
add_log_fact (Sheet *sheet,
              HearthBlock *facts,
              HearthRecord *log,
              const char *label,
              const char *const *fields)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *const *name = fields; *name; name++)
    {
      g_autofree char *value = hearth_builder_quote_field (&sheet->builder, facts, log, *name);

      if (*value)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? BETWEEN : "",
                                hearth_builder_get_label (log, *name), value);
    }
  hearth_builder_add_fact (facts, label, words->str);
}

/* Who was there says the house log; where it does not, who hands over was. */
static void
add_staff (Sheet *sheet, HearthBlock *facts, HearthRecord *log)
{
  static const char *const staff[] = { "staff", "coming", NULL };
  HearthRecord *handover = sheet->builder.subject;
  bool is_written = hearth_record_get_revision (log) > 0;

  if ((!is_written || !hearth_record_has (log, "staff")) && hearth_record_has (handover, "created_by"))
    {
      g_autofree char *author =
        hearth_store_dup_link_title (sheet->builder.store, hearth_record_get (handover, "created_by"));

      hearth_builder_add_fact (facts, hearth_builder_get_label (log, "staff"), author != NULL ? author : "");
      hearth_builder_add_field_facts (&sheet->builder, facts, log, staff + 1);
    }
  else
    hearth_builder_add_field_facts (&sheet->builder, facts, log, staff);
}

static bool
add_house (Sheet *sheet, GError **error)
{
  static const char *const handed_on[] = { "notes", NULL };
  static const char *const counted[] = { "keys", "keys_note", "phone", "cash", "cash_note", NULL };
  static const char *const rooms[] = { "checks_note", "maintenance", "deliveries", NULL };
  static const char *const texts[] = { "weather", "weather_note", "count_note", "notes", NULL };
  HearthBuilder *builder = &sheet->builder;
  HearthBlock *facts = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_FACTS));
  g_autoptr (HearthRecord) log = hearth_shift_begin_house_log (builder->store, sheet->shift, error);

  if (!log)
    return false;
  add_staff (sheet, facts, log);
  add_headcount (sheet, facts);
  hearth_builder_add_field_facts (builder, facts, builder->subject, handed_on);
  add_away (sheet, facts);
  if (hearth_record_get_revision (log) == 0)
    hearth_block_add_row (facts, _ (hearth_house_log_type.label), _ ("Not written yet"), NULL);
  else
    {
      add_log_fact (sheet, facts, log, _ ("Keys, phone, cash"), counted);
      add_log_fact (sheet, facts, log, _ ("The house"), rooms);
      hearth_builder_add_field_facts (builder, facts, log, texts);
    }
  return true;
}

/* ---- The residents ---- */

/* What holds, and below it what happened. */
static char *
join_lines (const Person *person)
{
  g_auto (GStrv) changed = g_strsplit (person->changed->str, "\n", -1);
  g_autoptr (GString) lines = g_string_new (person->keep->str);

  for (char **line = changed; *line && **line; line++)
    {
      bool urgent = g_str_has_prefix (*line, URGENT);

      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", urgent ? URGENT : "");
      /* Translators: something that happened since the last shift */
      g_string_append_printf (lines, C_ ("handover", "New: %s"), *line + (urgent ? strlen (URGENT) : 0));
    }
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/* Adds the row of each of whom something is said; the others are named in @quiet. */
static void
add_people (Sheet *sheet, GString *quiet)
{
  HearthBuilder *builder = &sheet->builder;
  HearthBlock *table = hearth_block_new (HEARTH_BLOCK_TABLE);

  hearth_block_add_column (table, _ ("Who"), false);
  hearth_block_add_column (table, _ ("What to keep in mind, and what is new"), false);
  for (unsigned int i = 0; i < sheet->people->len; i++)
    {
      const Person *person = sheet->people->pdata[i];
      g_autofree char *who = hearth_builder_dup_person (builder, person->id);
      g_autofree char *lines = join_lines (person);

      if (*lines)
        hearth_block_add_row (table, who, lines, NULL);
      else
        g_string_append_printf (quiet, "%s%s", quiet->len > 0 ? BETWEEN : "", who);
    }
  if (table->rows->len > 0)
    hearth_document_add (builder->document, table);
  else
    hearth_block_free (table);
  if (sheet->people->len == 0)
    hearth_document_add_remark (builder->document, _ ("Nobody lives here at the moment"));
}

/* ---- What is to be done, and the rest ---- */

static char *
dup_people (Sheet *sheet, HearthRecord *record)
{
  g_auto (GStrv) files = hearth_record_dup_files (record);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (char **id = files; *id; id++)
    g_strv_builder_take (names, hearth_builder_dup_person (&sheet->builder, *id));
  all = g_strv_builder_end (names);
  return g_strjoinv (C_ ("list", ", "), all);
}

/* "! Book the interpreter (Dao, 20 Nov 2026)" */
static char *
format_task (Sheet *sheet, const HearthNotice *notice)
{
  g_autofree char *words = format_notice (notice);
  g_autofree char *about = dup_people (sheet, notice->record);
  g_autofree char *day = hearth_date_format (notice->day);

  if (*about == '\0')
    /* Translators: what is to be done, and by when */
    return g_strdup_printf (C_ ("task", "%s (%s)"), words, day);
  /* Translators: what is to be done, about whom, and by when */
  return g_strdup_printf (C_ ("task", "%s (%s, %s)"), words, about, day);
}

/* Of what concerns the house and nobody's file, or with @to_do of what is to be done. */
static char *
join_notices (Sheet *sheet, bool to_do)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (unsigned int i = 0; i < sheet->notices->len; i++)
    {
      const HearthNotice *notice = sheet->notices->pdata[i];
      g_autofree char *line = NULL;

      if (!notice->record || is_to_do (hearth_record_get_record_type (notice->record)) != to_do ||
          (!to_do && !is_of_the_house (notice)))
        continue;
      line = to_do ? format_task (sheet, notice) : format_notice (notice);
      g_string_append_printf (lines, "%s%s",
                              lines->len == 0 ? ""
                              : to_do         ? C_ ("list of tasks", "; ")
                                              : "\n",
                              line);
    }
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static void
add_rest (Sheet *sheet, const char *quiet)
{
  HearthBuilder *builder = &sheet->builder;
  HearthBlock *facts = hearth_block_new (HEARTH_BLOCK_FACTS);
  g_autofree char *to_do = join_notices (sheet, true);
  g_autofree char *house = join_notices (sheet, false);

  hearth_builder_add_fact (facts, _ ("Nothing special"), quiet);
  hearth_builder_add_fact (facts, _ ("To be done"), to_do);
  hearth_builder_add_fact (facts, _ ("The house"), house);
  if (facts->rows->len > 0)
    hearth_document_add (builder->document, facts);
  else
    hearth_block_free (facts);
}

static bool
add_signatures (Sheet *sheet, GError **error)
{
  HearthBuilder *builder = &sheet->builder;
  g_autoptr (GPtrArray) reads = hearth_handover_list_reads (builder->store, builder->subject, error);
  g_autoptr (GString) read_by = g_string_new (NULL);
  g_autofree char *author =
    hearth_store_dup_link_title (builder->store, hearth_record_get (builder->subject, "created_by"));
  HearthBlock *signatures;

  if (!reads)
    return false;
  for (unsigned int i = 0; i < reads->len; i++)
    {
      g_autofree char *who =
        hearth_store_dup_link_title (builder->store, hearth_record_get (reads->pdata[i], "created_by"));
      g_autofree char *when = hearth_instant_format (hearth_record_get (reads->pdata[i], "created_at"));

      g_string_append_printf (read_by, "%s%s, %s", read_by->len > 0 ? BETWEEN : "", who, when);
    }
  if (read_by->len > 0)
    {
      /* Translators: %s are names and times */
      g_autofree char *words = g_strdup_printf (_ ("Read by %s"), read_by->str);

      hearth_document_add_remark (builder->document, words);
    }
  signatures = hearth_document_add (builder->document, hearth_block_new (HEARTH_BLOCK_SIGNATURES));
  hearth_block_add_row (signatures, _ ("Going, handed over"), author ? author : "", NULL);
  hearth_block_add_row (signatures, _ ("Coming, has read"), "", NULL);
  return true;
}

/* ---- The paper ---- */

static bool
sheet_load (Sheet *sheet, GError **error)
{
  HearthBuilder *builder = &sheet->builder;
  const char *until = hearth_record_get (builder->subject, "until");

  sheet->people = g_ptr_array_new_with_free_func ((GDestroyNotify) person_free);
  sheet->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  sheet->shift = hearth_shift_new (builder->store, hearth_record_get (builder->subject, "date"),
                                   hearth_record_get (builder->subject, "shift"));
  if (!sheet->shift)
    {
      g_set_error_literal (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_INVALID,
                           _ ("This handover does not say of which shift it is."));
      return false;
    }
  sheet->whereabouts = hearth_whereabouts_list (builder->store, *until ? until : NULL, error);
  sheet->notices =
    sheet->whereabouts ? hearth_handover_collect (builder->store, builder->subject, error) : NULL;
  return sheet->notices != NULL;
}

static void
set_title (Sheet *sheet)
{
  HearthDocument *document = sheet->builder.document;
  g_autofree char *title = hearth_shift_dup_title (sheet->shift);
  g_autofree char *hours = hearth_shift_dup_hours (sheet->shift);

  g_free (document->subtitle);
  document->subtitle = hearth_builder_join (&sheet->builder, BETWEEN, title, hours, NULL);
}

HearthDocument *
hearth_report_handover (HearthStore *store,
                        HearthRecord *handover,
                        const HearthReportOptions *options,
                        GError **error)
{
  g_autoptr (HearthLanguageScope) scope = NULL;
  g_autoptr (GString) quiet = g_string_new (NULL);
  g_auto (Sheet) sheet = { .shift = NULL };

  g_return_val_if_fail (HEARTH_IS_STORE (store) && HEARTH_IS_RECORD (handover) && options != NULL, NULL);

  scope = hearth_language_scope_new (options->language);
  if (!hearth_builder_init (&sheet.builder, "handover", store, handover, options, error) ||
      !sheet_load (&sheet, error))
    return NULL;

  set_title (&sheet);
  sort_notices (&sheet);
  if (!add_house (&sheet, error))
    return NULL;
  add_people (&sheet, quiet);
  add_rest (&sheet, quiet->str);
  if (!add_signatures (&sheet, error))
    return NULL;
  return hearth_builder_finish (&sheet.builder, HEARTH_TIER_CARE, error);
}
