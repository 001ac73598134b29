/* SPDX-License-Identifier: GPL-3.0-or-later
 * Several people in a house whose policy says yes to everybody.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"

HearthNewPassword *
people_prepare (House *house, const char *user, const char *text)
{
  g_autoptr (GError) error = NULL;
  HearthNewPassword *password = hearth_new_password_prepare (house->folder, user, text, false, &error);

  g_assert_no_error (error);
  return password;
}

HearthRecord *
people_add (House *house, const char *user, const char *const *compartments)
{
  g_autoptr (HearthRecord) account = hearth_record_new (hearth_records_lookup_type ("account"));
  g_autoptr (HearthNewPassword) password = people_prepare (house, user, PERSON_PASSWORD);
  g_autoptr (GError) error = NULL;

  hearth_record_set (account, "name", user);
  hearth_record_set (account, "user", user);
  hearth_record_set (account, "role", "counsellor");
  hearth_store_add_account (house->store, account, password, compartments, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&account);
}

static void
open_with (House *house, HearthKeyring *keyring)
{
  g_set_object (&house->keyring, keyring);
  house_open (house);
}

void
people_sign_in_with (House *house, const char *user, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;

  house_close (house);
  keyring = hearth_vault_unlock (house->folder, user, password, &error);
  g_assert_no_error (error);
  open_with (house, keyring);
}

void
people_sign_in (House *house, const char *user)
{
  people_sign_in_with (house, user, g_str_equal (user, HOUSE_USER) ? HOUSE_PASSWORD : PERSON_PASSWORD);
}

void
people_tend (House *house)
{
  g_autoptr (GError) error = NULL;

  hearth_store_tend_keys (house->store, &error);
  g_assert_no_error (error);
}

void
people_sign_in_with_sheet (House *house, const HearthRecoverySheet *sheet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthKeyring) keyring = NULL;

  house_close (house);
  keyring =
    hearth_vault_unlock_with_sheet (house->folder, sheet->first_half, sheet->second_half, NULL, &error);
  g_assert_no_error (error);
  open_with (house, keyring);
  people_tend (house);
}

bool
people_is_refused (House *house, const char *user, const char *password)
{
  g_autoptr (HearthKeyring) keyring = NULL;
  g_autoptr (HearthStore) store = NULL;

  house_close (house);
  keyring = hearth_vault_unlock (house->folder, user, password, NULL);
  if (keyring != NULL)
    store = hearth_store_open (house->folder, keyring, HEARTH_POLICY (house->policy), house->clock, NULL);
  return store == NULL;
}

char *
people_add_session (House *house)
{
  g_autoptr (HearthRecord) resident = house_add_resident (house, "Mali");
  g_autoptr (HearthRecord) session =
    house_add (house, "counselling_session", "resident", hearth_record_get_id (resident), "date",
               "2026-02-27", "kind", "individual", "took_place", "attended", "summary", "Went well.",
               "team_note", TEAM_NOTE, "process_note", PROCESS_NOTE, NULL);

  return g_strdup (hearth_record_get_id (session));
}

char *
people_read (House *house, const char *id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, id, &error);
  int column;

  g_assert_no_error (error);
  column = hearth_record_type_find_column (hearth_record_get_record_type (record), field);
  if (!hearth_record_is_withheld (record, (unsigned int) column))
    return g_strdup (hearth_record_get (record, field));
  g_assert_cmpstr (hearth_record_get (record, field), ==, "");
  return NULL;
}

void
people_assert_whole (House *house)
{
  g_autoptr (HearthVerification) verification = house_verify (house);

  for (guint i = 0; i < verification->findings->len; i++)
    g_test_message ("%s", ((HearthFinding *) g_ptr_array_index (verification->findings, i))->sentence);
  g_assert_cmpuint (verification->findings->len, ==, 0);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
people_list_holders (House *house, const char *compartment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (house->store, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < holders->len; i++)
    {
      const HearthHolder *holder = g_ptr_array_index (holders, i);
      g_autoptr (HearthRecord) account =
        holder->is_recovery ? NULL : hearth_store_load (house->store, holder->account, &error);

      g_assert_no_error (error);
      if (g_strv_contains ((const char *const *) holder->compartments, compartment))
        g_ptr_array_add (names, g_strdup (account != NULL ? hearth_record_get (account, "user") : "sheet"));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}
