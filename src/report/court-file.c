/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the papers for a court are made of.
 */
#define G_LOG_DOMAIN "hearth-report"
#include "config.h"

#include "report/court-file.h"

#include "core/date.h"
#include "records/types.h"
#include "store/unasked.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Those of @records that belong to @legal_case, or to none; all where it is NULL. */
static void
keep_case (GPtrArray *records, HearthRecord *legal_case)
{
  for (unsigned int i = records->len; legal_case && i > 0; i--)
    {
      const char *link = hearth_record_get (records->pdata[i - 1], "legal_case");

      if (*link && !g_str_equal (link, hearth_record_get_id (legal_case)))
        g_ptr_array_remove_index (records, i - 1);
    }
}

/* Measures for another hearing alone are no matter here. */
static void
keep_hearing (GPtrArray *records, HearthRecord *hearing, bool strict)
{
  for (unsigned int i = records->len; i > 0; i--)
    {
      const char *link = hearth_record_get (records->pdata[i - 1], "hearing");
      bool same = hearing && g_str_equal (link, hearth_record_get_id (hearing));

      if (strict ? !same : *link && hearing && !same)
        g_ptr_array_remove_index (records, i - 1);
    }
}

/* @link loaded where the reader may; NULL else. A link to what is gone or closed is no error here. */
static HearthRecord *
load_link (HearthBuilder *builder, HearthRecord *record, const char *name)
{
  const char *id = record ? hearth_record_get (record, name) : "";

  return *id ? hearth_store_load (builder->store, id, NULL) : NULL;
}

/* The next hearing that is planned, or else the last one. */
static HearthRecord *
pick_hearing (HearthBuilder *builder, GPtrArray *hearings)
{
  for (unsigned int i = 0; i < hearings->len; i++)
    {
      g_autofree char *day = hearth_instant_dup_date (hearth_record_get (hearings->pdata[i], "at"));

      if (g_str_equal (hearth_record_get (hearings->pdata[i], "status"), "planned") &&
          g_strcmp0 (day, builder->today) >= 0)
        return g_object_ref (hearings->pdata[i]);
    }
  return hearings->len > 0 ? g_object_ref (hearings->pdata[hearings->len - 1]) : NULL;
}

/* The latest case that is not closed, or else the latest. */
static HearthRecord *
pick_case (GPtrArray *cases)
{
  for (unsigned int i = cases->len; i > 0; i--)
    {
      if (!g_str_equal (hearth_record_get (cases->pdata[i - 1], "stage"), "closed"))
        return g_object_ref (cases->pdata[i - 1]);
    }
  return cases->len > 0 ? g_object_ref (cases->pdata[cases->len - 1]) : NULL;
}

static bool
load_all (HearthCourtFile *file, HearthBuilder *builder, GError **error)
{
  const struct {
    GPtrArray **records;
    const HearthRecordType *type;
  } parts[] = {
    { &file->orders, &hearth_court_order_type }, { &file->measures, &hearth_protective_measure_type },
    { &file->accused, &hearth_accused_type },    { &file->statements, &hearth_statement_type },
    { &file->steps, &hearth_preparation_type },  { &file->contributions, &hearth_contribution_type },
  };

  /* Everybody with files knows of days at court. Who does not is kept out of this file, and is not told that there are
   * none. */
  file->hearings = hearth_builder_load (builder, &hearth_hearing_type, false, error);
  if (!file->hearings)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      *parts[i].records = hearth_builder_load_readable (builder, parts[i].type, error);
      if (!*parts[i].records)
        return false;
    }
  return true;
}

static bool
find_subject (HearthCourtFile *file, HearthBuilder *builder, bool with_text, GError **error)
{
  const HearthRecordType *type = hearth_record_get_record_type (builder->subject);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GPtrArray) cases = NULL;

  if (!(texts = hearth_builder_load_readable (builder, &hearth_court_report_type, error)) ||
      !(cases = hearth_builder_load_readable (builder, &hearth_legal_case_type, error)))
    return false;
  if (type == &hearth_court_report_type)
    file->text = g_object_ref (builder->subject);
  else if (type == &hearth_hearing_type)
    file->hearing = g_object_ref (builder->subject);
  else if (with_text && texts->len > 0)
    file->text = g_object_ref (texts->pdata[texts->len - 1]);

  if (file->text)
    file->hearing = load_link (builder, file->text, "hearing");
  else if (!file->hearing)
    file->hearing = pick_hearing (builder, file->hearings);
  file->legal_case = load_link (builder, file->text ? file->text : file->hearing, "legal_case");
  if (!file->legal_case && !file->hearing && !file->text)
    file->legal_case = pick_case (cases);
  return true;
}

static int
compare_due (gconstpointer a, gconstpointer b)
{
  return strcmp (hearth_record_get (*(HearthRecord **) a, "due"),
                 hearth_record_get (*(HearthRecord **) b, "due"));
}

bool
hearth_court_file_load (HearthCourtFile *file, HearthBuilder *builder, bool with_text, GError **error)
{
  *file = (HearthCourtFile) { NULL };
  if (!load_all (file, builder, error) || !find_subject (file, builder, with_text, error))
    return false;
  keep_case (file->orders, file->legal_case);
  keep_case (file->measures, file->legal_case);
  keep_case (file->accused, file->legal_case);
  keep_case (file->statements, file->legal_case);
  keep_hearing (file->measures, file->hearing, false);
  keep_hearing (file->steps, file->hearing, true);
  g_ptr_array_sort (file->steps, compare_due);
  return true;
}

void
hearth_court_file_clear (HearthCourtFile *file)
{
  g_clear_object (&file->text);
  g_clear_object (&file->hearing);
  g_clear_object (&file->legal_case);
  g_clear_pointer (&file->hearings, g_ptr_array_unref);
  g_clear_pointer (&file->orders, g_ptr_array_unref);
  g_clear_pointer (&file->measures, g_ptr_array_unref);
  g_clear_pointer (&file->accused, g_ptr_array_unref);
  g_clear_pointer (&file->statements, g_ptr_array_unref);
  g_clear_pointer (&file->steps, g_ptr_array_unref);
  g_clear_pointer (&file->contributions, g_ptr_array_unref);
}

/* ---- What stands in no paper that leaves the house ---- */

/* Several words, or a long one: a shorter one is a word of any text. */
static bool
is_name (const char *words)
{
  return strchr (words, ' ') != NULL || g_utf8_strlen (words, -1) >= 8;
}

static void
hide_fields (HearthBuilder *builder, HearthRecord *record, const char *const *fields, const char *instead)
{
  for (; *fields; fields++)
    {
      g_auto (GStrv) lines = g_strsplit_set (hearth_record_get (record, *fields), "\n;", -1);

      for (char **line = lines; *line; line++)
        {
          if (is_name (g_strstrip (*line)))
            hearth_builder_hide (builder, *line, instead);
        }
    }
}

/* Each line, and of a line each part with a number in it: the name of the town alone tells nothing, and courts have it too. */
static void
hide_address (HearthBuilder *builder, const char *address)
{
  g_auto (GStrv) lines = g_strsplit (address, "\n", -1);

  for (char **line = lines; *line; line++)
    {
      g_auto (GStrv) parts = g_strsplit (*line, ",", -1);

      for (char **part = parts; *part && parts[1]; part++)
        {
          if (strpbrk (g_strstrip (*part), "0123456789") && is_name (*part))
            hearth_builder_hide (builder, *part, _ ("an address"));
        }
      if (parts[0] && (parts[1] || strpbrk (*line, "0123456789")))
        hearth_builder_hide (builder, g_strstrip (*line), _ ("an address"));
    }
}

/* Who prints need not be able to read them: what must not stand there is taken out all the same. */
static bool
hide_each (HearthBuilder *builder,
           const HearthRecordType *type,
           const char *const *fields,
           const char *instead,
           GError **error)
{
  g_autoptr (GPtrArray) records = hearth_store_read_unasked (builder->store, type, NULL, NULL, error);

  for (unsigned int i = 0; records && i < records->len; i++)
    hide_fields (builder, records->pdata[i], fields, instead);
  return records != NULL;
}

/* What a person is to the resident, in a word. */
static const char *
get_relation (HearthRecord *contact)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_contact_type, "relation");
  const HearthChoice *choice = hearth_field_lookup_choice (field, hearth_record_get (contact, "relation"));

  return choice ? _ (choice->label) : _ ("another person");
}

/* That a case is against somebody in the file is told to who may know it. */
static bool
may_tell_letter (HearthBuilder *builder, HearthRecord *contact)
{
  return hearth_policy_may_read (hearth_store_get_policy (builder->store), &hearth_accused_type,
                                 hearth_record_type_lookup_field (&hearth_accused_type, "contact"),
                                 hearth_record_get_resident (contact));
}

/* The letter that papers have for @contact where a case is against them; "" else. */
static const char *
get_letter (HearthBuilder *builder, GPtrArray *accused, HearthRecord *contact)
{
  for (unsigned int i = 0; i < accused->len && may_tell_letter (builder, contact); i++)
    {
      if (g_str_equal (hearth_record_get (accused->pdata[i], "contact"), hearth_record_get_id (contact)))
        return hearth_record_get (accused->pdata[i], "letter");
    }
  return "";
}

/* Whom the court knows by name anyway. */
static bool
is_professional (HearthRecord *contact)
{
  const char *relation = hearth_record_get (contact, "relation");

  return g_str_equal (relation, "lawyer") || g_str_equal (relation, "social_worker");
}

static void
hide_contact (HearthBuilder *builder, HearthRecord *contact, GPtrArray *accused)
{
  static const char *const phone[] = { "phone", NULL };
  bool own = builder->resident &&
             g_str_equal (hearth_record_get_resident (contact), hearth_record_get_id (builder->resident));
  const char *letter = own ? get_letter (builder, accused, contact) : "";

  hide_fields (builder, contact, phone, _ ("a phone number"));
  if (!is_professional (contact))
    hearth_builder_hide (builder, hearth_record_get (contact, "name"),
                         !own      ? _ ("another person")
                         : *letter ? letter
                                   : get_relation (contact));
}

static bool
hide_people (HearthBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) contacts =
    hearth_store_read_unasked (builder->store, &hearth_contact_type, NULL, NULL, error);
  g_autoptr (GPtrArray) accused = NULL;

  if (!contacts ||
      !(accused = hearth_store_read_unasked (builder->store, &hearth_accused_type, NULL, NULL, error)))
    return false;
  for (unsigned int i = 0; i < contacts->len; i++)
    hide_contact (builder, contacts->pdata[i], accused);
  return true;
}

void
hearth_court_file_hide_house (HearthBuilder *builder)
{
  HearthRecord *house = hearth_store_get_house (builder->store);
  const char *name = hearth_record_get (house, "name");
  const char *organisation = hearth_record_get (house, "organisation");
  bool told = *builder->document->organisation != '\0';

  if (is_name (organisation))
    hearth_builder_hide (builder, organisation, told ? NULL : _ ("the house"));
  if (is_name (name))
    hearth_builder_hide (builder, name, _ ("the house"));
}

bool
hearth_court_file_hide_places (HearthBuilder *builder, GError **error)
{
  static const char *const phone[] = { "letter_phone", NULL };
  static const char *const school[] = { "school", NULL };
  static const char *const teacher[] = { "contact", "phone", NULL };
  static const char *const work[] = { "provider", "placement", NULL };

  HearthRecord *house = hearth_store_get_house (builder->store);

  hide_address (builder, hearth_record_get (house, "letter_address"));
  hide_fields (builder, house, phone, _ ("a phone number"));
  return hide_each (builder, &hearth_enrolment_type, school, _ ("the school"), error) &&
         hide_each (builder, &hearth_enrolment_type, teacher, _ ("somebody at the school"), error) &&
         hide_each (builder, &hearth_vocational_training_type, work, _ ("the place of work"), error) &&
         hide_people (builder, error);
}
