/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of the staff say of a person: how they stand, how their check stands, who holds which key.
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

char *
hearth_staff_dup_role (const char *code)
{
  g_autoptr (HearthRecord) account = hearth_record_new (&hearth_account_type);

  hearth_record_set (account, "role", code);
  return hearth_record_format (account, hearth_record_type_lookup_field (&hearth_account_type, "role"), "");
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

bool
hearth_staff_do_i_hold (HearthStore *store, GPtrArray *holders, const char *compartment)
{
  HearthRecord *me = hearth_store_get_account (store);

  return me != NULL &&
         hearth_holder_has (hearth_holders_lookup (holders, hearth_record_get_id (me)), compartment);
}

char *
hearth_staff_dup_holders (HearthStore *store, GPtrArray *holders, const char *compartment)
{
  g_autofree const char **ids = hearth_holders_list (holders, compartment);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    g_strv_builder_take (builder, hearth_store_dup_link_title (store, ids[i]));
  names = g_strv_builder_end (builder);
  return hearth_staff_join ((const char *const *) names);
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
