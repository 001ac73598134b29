/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the views of a resident's file have in common: its lists, and sentences about what is in them.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-file.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"

/* ---- Lists ---- */

static HearthQuery *
new_query (HearthRecord *resident, const HearthRecordType *type, const char *field, const char *const *codes)
{
  HearthQuery *query = hearth_query_new (type);

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  if (field != NULL)
    hearth_query_set_filter (query, field, codes);
  return query;
}

static void
warn_unless_denied (const GError *error)
{
  if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Part of a file cannot be listed: %s", error->message);
}

GListModel *
hearth_resident_file_list (HearthStore *store,
                           HearthRecord *resident,
                           const HearthRecordType *type,
                           const char *field,
                           const char *const *codes)
{
  g_autoptr (HearthQuery) query = new_query (resident, type, field, codes);
  g_autoptr (GError) error = NULL;
  GListModel *records = hearth_store_list (store, query, &error);

  if (records == NULL)
    warn_unless_denied (error);
  return records;
}

gint64
hearth_resident_file_count (HearthStore *store,
                            HearthRecord *resident,
                            const HearthRecordType *type,
                            const char *field,
                            const char *const *codes)
{
  g_autoptr (HearthQuery) query = new_query (resident, type, field, codes);
  g_autoptr (GError) error = NULL;
  gint64 count = hearth_store_count (store, query, &error);

  if (count < 0)
    warn_unless_denied (error);
  return count;
}

bool
hearth_resident_file_may_read (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), type, NULL,
                                 hearth_record_get_id (resident));
}

bool
hearth_resident_file_may_write (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (store), type, NULL,
                                  hearth_record_get_id (resident));
}

HearthRecord *
hearth_resident_file_find_stay (GListModel *stays, const char *today)
{
  unsigned int n = stays != NULL ? g_list_model_get_n_items (stays) : 0;

  for (unsigned int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) stay = g_list_model_get_item (stays, i);
      const char *end = stay != NULL ? hearth_record_get (stay, "end") : "";

      if (stay != NULL && strcmp (hearth_record_get (stay, "start"), today) <= 0 &&
          (*end == '\0' || strcmp (end, today) >= 0))
        return g_steal_pointer (&stay);
    }
  return NULL;
}

/* ---- Sentences ---- */

bool
hearth_resident_file_may_be_called (HearthRecord *contact)
{
  static const char *const safe[] = { "yes", "with_care", NULL };

  return !hearth_record_is_yes (contact, "no_contact") &&
         g_strv_contains (safe, hearth_record_get (contact, "safe_to_call"));
}

char *
hearth_resident_file_describe_contact (HearthRecord *contact)
{
  g_autofree char *subtitle = hearth_record_dup_subtitle (contact);
  const char *phone = hearth_record_get (contact, "phone");
  const char *hours = hearth_record_get (contact, "call_hours");
  const char *say = hearth_record_get (contact, "say_we_are");
  GString *words = g_string_new (subtitle);

  if (hearth_record_is_yes (contact, "no_contact"))
    return g_string_free (words, FALSE);
  /* First-strong isolate: in a right-to-left sentence a number would be turned round. */
  if (*phone != '\0')
    g_string_append_printf (words, " · \u2068%s\u2069", phone);
  if (*hours != '\0')
    g_string_append_printf (words, " · %s", hours);
  if (*say != '\0')
    {
      g_string_append_c (words, '\n');
      /* Translators: whom to say we are when somebody else answers the telephone */
      g_string_append_printf (words, _ ("Say we are: %s"), say);
    }
  return g_string_free (words, FALSE);
}

static char *
format (HearthRecord *record, const char *field)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record),
                                                                field),
                               "");
}

char *
hearth_resident_file_describe_missing_paper (HearthRecord *paper)
{
  static const char *const at_hand[] = { "resident", "safe", NULL };
  const char *original = hearth_record_get (paper, "original");
  g_autofree char *kind = format (paper, "kind");
  g_autofree char *where = format (paper, "original");
  g_autofree char *asked = format (paper, "asked_on");
  g_autofree char *expected = format (paper, "expected_on");
  GString *words;

  if (g_strv_contains (at_hand, original) || hearth_record_has (paper, "obtained_on"))
    return g_strdup ("");
  words = g_string_new (NULL);
  /* Translators: a kind of paper, and where its original is */
  g_string_append_printf (words, _ ("%s: %s"), kind, where);
  if (*asked != '\0')
    /* Translators: goes on after "Passport: with the police" */
    g_string_append_printf (words, _ (", asked for on %s"), asked);
  if (*expected != '\0')
    /* Translators: goes on after "Passport: with the police, asked for on 3 May" */
    g_string_append_printf (words, _ (", expected on %s"), expected);
  return g_string_free (words, FALSE);
}
