/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of the staff say of a person: how they stand, what the role sees, how their check stands.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-words.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record.h"
#include "records/types.h"
#include "rules/account-role.h"
#include "vault/normalise.h"

/* How long before its end a check is spoken of. */
#define CHECK_DAYS 60

/* ---- How somebody stands ---- */

HearthStaffState
hearth_staff_get_state (HearthStore *store, HearthRecord *account)
{
  if (!hearth_record_is_yes (account, "active") || !hearth_record_is_open (account))
    return HEARTH_STAFF_GONE;
  return hearth_account_get_role (store, account) != NULL ? HEARTH_STAFF_HERE : HEARTH_STAFF_WAITS;
}

const char *
hearth_staff_describe_state (HearthStaffState state, const HearthHolder *holder)
{
  switch (state)
    {
    case HEARTH_STAFF_WAITS:
      return _ ("Waits for approval");
    case HEARTH_STAFF_GONE:
      return _ ("No longer signs in");
    case HEARTH_STAFF_HERE:
    default:
      if (holder == NULL)
        return _ ("Needs a new first password");
      return holder->first_password ? _ ("Has not signed in yet") : _ ("May sign in");
    }
}

/* ---- Roles ---- */

static const struct {
  const char *code;
  const char *words;
} role_words[] = {
  { "duty-carer", N_ ("Sees who lives here, what each needs day by day, and the daily log, and writes in it. "
                      "Nothing of the case, of health care or of counselling.") },
  { "key-worker", N_ ("Sees the daily log and the case: papers, contacts, plans, and how somebody came here. "
                      "Nothing clinical and nothing sealed.") },
  { "nurse", N_ ("Sees the daily log and all of health care. Nothing of the case.") },
  { "counsellor", N_ ("Sees the daily log, counselling and clinical records. One’s own process notes are "
                      "sealed to oneself.") },
  { "teacher", N_ ("Sees who lives here, the daily log and education.") },
  { "legal-officer", N_ ("Sees the daily log, the case and the legal file. Nothing clinical.") },
  { "house-manager", N_ ("Sees the daily log, the case and the staff files, approves, and reads the log of "
                         "who did what. Nothing clinical and nothing sealed.") },
  { "director", N_ ("Sees every file, the legal part and what is said against staff, and decides who works "
                    "here. No process notes.") },
  { "administrator", N_ ("Looks after accounts and copies. Sees no resident.") },
  { "auditor", N_ ("Reads the log of who did what. Sees no resident.") },
};

const char *
hearth_staff_describe_role (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (role_words); i++)
    if (g_str_equal (role_words[i].code, code))
      return _ (role_words[i].words);
  return "";
}

char *
hearth_staff_dup_role (const char *code)
{
  g_autoptr (HearthRecord) account = hearth_record_new (&hearth_account_type);

  hearth_record_set (account, "role", code);
  return hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
}

unsigned int
hearth_staff_count_directors (GListModel *accounts, HearthRecord *but)
{
  unsigned int n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (account != NULL && account != but && hearth_record_is_yes (account, "active") &&
          hearth_record_is_open (account) && g_str_equal (hearth_record_get (account, "role"), "director"))
        n++;
    }
  return n;
}

/* ---- Suitability checks ---- */

HearthRecord *
hearth_staff_find_file (GListModel *files, const char *account)
{
  g_autoptr (HearthRecord) latest = NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (HearthRecord) file = g_list_model_get_item (files, i);

      if (file != NULL && hearth_record_is_open (file) &&
          g_str_equal (hearth_record_get (file, "account"), account) &&
          (latest == NULL ||
           g_strcmp0 (hearth_record_get (file, "started"), hearth_record_get (latest, "started")) > 0))
        g_set_object (&latest, file);
    }
  return g_steal_pointer (&latest);
}

static char *
describe_end (const char *expires, const char *today, bool *urgent)
{
  int days = *expires != '\0' ? hearth_date_days_between (today, expires) : G_MAXINT;
  g_autofree char *date = hearth_date_format (expires);

  *urgent = days <= CHECK_DAYS;
  if (*expires == '\0')
    return g_strdup (_ ("Check: nothing against working here"));
  if (days < 0)
    return g_strdup_printf (_ ("Check ran out on %s"), date);
  return g_strdup_printf (_ ("Check good until %s"), date);
}

char *
hearth_staff_describe_check (HearthRecord *file, const char *today, bool *urgent)
{
  const char *result = file != NULL ? hearth_record_get (file, "check_result") : "";

  *urgent = false;
  if (file == NULL)
    return g_strdup (_ ("No staff file yet"));
  if (g_str_equal (result, "awaited"))
    return g_strdup (_ ("Check asked for, not here yet"));
  *urgent = true;
  if (*result == '\0')
    return g_strdup (_ ("No check yet"));
  if (g_str_equal (result, "not_clear"))
    return g_strdup (_ ("Check: may not work with residents"));
  return describe_end (hearth_record_get (file, "check_expires"), today, urgent);
}

/* ---- Sign-in names ---- */

static bool
is_taken (GListModel *accounts, const char *user)
{
  g_autofree char *wanted = hearth_name_normalise (user);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);
      g_autofree char *other =
        account != NULL ? hearth_name_normalise (hearth_record_get (account, "user")) : NULL;

      if (g_strcmp0 (wanted, other) == 0)
        return true;
    }
  return false;
}

char *
hearth_staff_suggest_user (const char *name, GListModel *accounts)
{
  g_autofree char *plain = hearth_name_normalise (name);
  g_auto (GStrv) parts = g_strsplit (plain != NULL ? plain : "", " ", 2);
  g_autofree char *user = NULL;

  if (plain == NULL)
    return g_strdup ("");
  if (!is_taken (accounts, parts[0]))
    return g_strdup (parts[0]);
  if (!is_taken (accounts, plain))
    return g_steal_pointer (&plain);
  for (unsigned int i = 2; user == NULL || is_taken (accounts, user); i++)
    {
      g_free (user);
      user = g_strdup_printf ("%s %u", parts[0], i);
    }
  return g_steal_pointer (&user);
}

/* ---- Keys ---- */

static const struct {
  const char *compartment;
  const char *icon_name;
} key_icons[] = {
  { "counselling", "hearth-counselling-symbolic" },
  { "medical", "hearth-medical-symbolic" },
  { "legal", "hearth-legal-symbolic" },
  { "safeguarding", "hearth-safeguarding-symbolic" },
};

const char *
hearth_staff_get_key_icon (const char *compartment)
{
  for (gsize i = 0; i < G_N_ELEMENTS (key_icons); i++)
    if (g_str_equal (key_icons[i].compartment, compartment))
      return key_icons[i].icon_name;
  g_return_val_if_reached ("");
}

char *
hearth_staff_join (const char *const *words)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        /* Translators: between the last two words of a list, and between those before */
        g_string_append (joined, words[i + 1] == NULL ? _ (" and ") : _ (", "));
      g_string_append (joined, words[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&joined));
}
