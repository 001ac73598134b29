/* SPDX-License-Identifier: GPL-3.0-or-later
 * The audit's lines in words: what was done, by whom, when. Ids stand there short, and nothing of what records hold.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/audit-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "core/value.h"
#include "records/registry.h"
#include "records/types.h"

/* The end of an id tells more than its beginning, which is the time. */
#define SHORT_ID 6

static const HearthChoice other_types[] = {
  { "attachment", N_ ("File") },
  { "person", N_ ("Person") },
  { "compartment", N_ ("Key") },
  { NULL },
};

static const char *
describe_type (const char *name)
{
  const HearthRecordType *type = *name != '\0' ? hearth_records_lookup_type (name) : NULL;

  if (type != NULL)
    return _ (type->label);
  for (gsize i = 0; other_types[i].code != NULL; i++)
    if (g_str_equal (other_types[i].code, name))
      return _ (other_types[i].label);
  return name;
}

char *
hearth_audit_words_dup_what (HearthAuditLine *line)
{
  const char *action = hearth_audit_action_describe (hearth_audit_line_get_action (line));
  const char *type = describe_type (hearth_audit_line_get_type_name (line));

  /* Translators: what somebody did, and the kind of record it was done with */
  return *type != '\0' ? g_strdup_printf (_ ("%s: %s"), action, type) : g_strdup (action);
}

char *
hearth_audit_words_dup_person (HearthStore *store, const char *person, const char *role)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_account_type, "role");
  g_autofree char *name = NULL;
  g_autofree char *role_words = NULL;

  if (g_str_equal (role, "recovery"))
    return g_strdup (_ ("Recovery sheet"));
  name = hearth_store_dup_link_title (store, person);
  if (*name == '\0')
    g_set_str (&name, _ ("Somebody"));
  role_words = hearth_value_format (field, role);
  if (*role_words == '\0')
    return g_steal_pointer (&name);
  /* Translators: a person's name, and what their role was */
  return g_strdup_printf (_ ("%s, %s"), name, role_words);
}

static char *
dup_time (HearthAuditLine *line)
{
  g_autoptr (GDateTime) at = hearth_instant_to_date_time (hearth_audit_line_get_at (line));
  g_autofree char *canonical = at != NULL ? g_date_time_format (at, "%H:%M") : g_strdup ("");

  return hearth_time_format (canonical);
}

/* Isolated, as a name may run the other way. */
static void
append (GString *words, const char *more)
{
  if (*more != '\0')
    g_string_append_printf (words, "%s\u2068%s\u2069", words->len > 0 ? " · " : "", more);
}

char *
hearth_audit_words_dup_detail (HearthStore *store, HearthAuditLine *line)
{
  g_autofree char *time = dup_time (line);
  g_autofree char *person = hearth_audit_words_dup_person (store, hearth_audit_line_get_person (line),
                                                           hearth_audit_line_get_role (line));
  const char *resident = hearth_audit_line_get_resident (line), *id = hearth_audit_line_get_id (line);
  const char *reason = hearth_audit_line_get_reason (line);
  g_autofree char *name = *resident != '\0' ? hearth_store_dup_link_title (store, resident) : g_strdup ("");
  GString *words = g_string_new (NULL);

  append (words, time);
  append (words, person);
  append (words, name);
  if (strlen (id) > SHORT_ID)
    g_string_append_printf (words, " · \u2066…%s\u2069", id + strlen (id) - SHORT_ID);
  if (*reason != '\0')
    {
      g_string_append_c (words, '\n');
      /* Translators: somebody's own words, in the quotation marks of the language */
      g_string_append_printf (words, _ ("“%s”"), reason);
    }
  return g_string_free_and_steal (words);
}

char *
hearth_audit_words_dup_day (gpointer line)
{
  return hearth_instant_dup_date (hearth_audit_line_get_at (line));
}
