/* SPDX-License-Identifier: GPL-3.0-or-later
 * A house with people of several roles, and what tests of who may see what ask of it.
 */
#define G_LOG_DOMAIN "hearth-test"

#include "people-fixture.h"

#include "records/registry.h"
#include "records/types.h"
#include "store/people.h"
#include "store/search.h"

HearthTestHouse *
people_house_new (void)
{
  HearthTestHouse *house = hearth_test_house_new ();

  hearth_test_house_add_person (house, "hanna", "house-manager");
  hearth_test_house_add_person (house, "kim", "key-worker");
  hearth_test_house_add_person (house, "dani", "duty-carer");
  hearth_test_house_add_person (house, "cora", "counsellor");
  hearth_test_house_add_person (house, "ana", "administrator");
  return house;
}

void
people_enter (HearthTestHouse *house, const char *user)
{
  hearth_test_house_open (house, user, HEARTH_TEST_PASSWORD);
}

HearthRecord *
people_load (HearthTestHouse *house, const char *name)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) accounts = hearth_store_list (house->store, query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (hearth_record_get (account, "name"), name))
        return g_steal_pointer (&account);
    }
  g_error ("there is no account of %s", name);
}

char *
people_find (HearthTestHouse *house, const char *name)
{
  g_autoptr (HearthRecord) account = people_load (house, name);

  return g_strdup (hearth_record_get_id (account));
}

void
people_add (HearthTestHouse *house, const char *name, const char *role)
{
  static const char *const none[] = { NULL };
  g_autoptr (HearthRecord) account = hearth_record_new (&hearth_account_type);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthNewPassword) password =
    hearth_new_password_prepare (house->folder, name, HEARTH_TEST_PASSWORD, false, &error);

  g_assert_no_error (error);
  hearth_record_set (account, "name", name);
  hearth_record_set (account, "user", name);
  hearth_record_set (account, "role", role);
  hearth_record_set (account, "active", "yes");
  hearth_store_add_account (house->store, account, password, none, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
}

void
people_save (HearthTestHouse *house, HearthRecord *record)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  hearth_store_save (house->store, record, NULL, &problems, &error);
  hearth_test_assert_no_problems (problems);
  g_assert_no_error (error);
}

GPtrArray *
people_try (HearthTestHouse *house, HearthRecord *record, int *code)
{
  GPtrArray *problems = NULL;
  g_autoptr (GError) error = NULL;

  *code = -1;
  if (!hearth_store_save (house->store, record, NULL, &problems, &error))
    *code = error->code;
  return problems;
}

HearthRecord *
people_make_limit (HearthTestHouse *house, HearthRecord *resident, const char *name, const char *kind)
{
  HearthRecord *limit = hearth_record_new (&hearth_file_limit_type);
  g_autofree char *person = people_find (house, name);

  hearth_record_set (limit, "resident", hearth_record_get_id (resident));
  hearth_record_set (limit, "person", person);
  hearth_record_set (limit, "kind", kind);
  hearth_record_set (limit, "reason", "เป็นญาติกัน · من العائلة");
  hearth_record_set (limit, "start", "2026-02-01");
  return limit;
}

HearthRecord *
people_limit (HearthTestHouse *house, HearthRecord *resident, const char *name, const char *kind)
{
  HearthRecord *limit = people_make_limit (house, resident, name, kind);

  people_save (house, limit);
  return limit;
}

bool
people_get (HearthTestHouse *house, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) record = hearth_store_load (house->store, id, &error);

  /* That there is something hidden is hidden too. */
  if (record == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_NOT_FOUND))
    g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  return record != NULL;
}

int
people_count (HearthTestHouse *house, const char *type, const char *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type != NULL ? hearth_records_lookup_type (type) : NULL);
  g_autoptr (GError) error = NULL;
  int count;

  if (resident != NULL)
    hearth_query_set_resident (query, resident);
  count = (int) hearth_store_count (house->store, query, &error);
  if (count < 0)
    g_assert_error (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED);
  return count;
}

guint
people_search (HearthTestHouse *house, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = hearth_store_search (house->store, words, 100, &error);

  g_assert_no_error (error);
  return hits->len;
}
